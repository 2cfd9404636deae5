-- Conflicts side by side.
--
-- Every pair of claims marked as conflicting, with who says so in which article, and why.
-- Optional: :review, the beginning of a review's title.
SELECT
  review, link, reason,
  from_claim, from_outlet, from_published_on, from_claimant, from_quote,
  to_claim, to_outlet, to_published_on, to_claimant, to_quote,
  rationale, analyst, updated_at
FROM linked_claims
WHERE relation = 'conflicts' AND review LIKE coalesce(:review, '') || '%'
ORDER BY review, link;
