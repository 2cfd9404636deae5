-- Agreements that rest on one declared origin.
--
-- Two articles agree, and both have it from the same place: one origin, not two confirmations.
-- Optional: :review, the beginning of a review's title.
SELECT
  linked.review, linked.link, one.origin,
  one.claim AS from_claim, one.outlet AS from_outlet, one.quote AS from_quote,
  two.claim AS to_claim, two.outlet AS to_outlet, two.quote AS to_quote,
  linked.analyst
FROM linked_claims AS linked
JOIN claims_with_articles AS one
  ON one.review_id = linked.review_id AND one.claim = linked.from_claim
JOIN claims_with_articles AS two
  ON two.review_id = linked.review_id AND two.claim = linked.to_claim
WHERE linked.relation = 'agrees'
  AND one.article <> two.article
  AND one.origin <> ''
  AND lower(trim(one.origin)) = lower(trim(two.origin))
  AND linked.review LIKE coalesce(:review, '') || '%'
ORDER BY linked.review, one.origin, linked.link;
