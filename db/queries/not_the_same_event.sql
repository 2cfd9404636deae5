-- Pairs that are not about the same event.
--
-- They look alike and confirm nothing: the same words about another day, place or meeting.
-- Optional: :review, the beginning of a review's title.
SELECT
  review, link,
  from_claim, from_outlet, from_published_on, from_quote,
  to_claim, to_outlet, to_published_on, to_quote,
  rationale, analyst, updated_at
FROM linked_claims
WHERE relation = 'unverified' AND reason = 'not the same event'
  AND review LIKE coalesce(:review, '') || '%'
ORDER BY review, link;
