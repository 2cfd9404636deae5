-- Claims nobody has linked yet.
--
-- Marked, but tied to nothing: work that is left.
-- Optional: :review, the beginning of a review's title.
SELECT it.review, it.article, it.outlet, it.claim, it.claimant, it.quote, it.analyst, it.created_at
FROM claims_with_articles AS it
WHERE it.review LIKE coalesce(:review, '') || '%'
  AND NOT EXISTS (
    SELECT 1 FROM link
    WHERE link.review_id = it.review_id
      AND it.claim_id IN (link.from_claim_id, link.to_claim_id)
  )
ORDER BY it.review, it.article, it.start;
