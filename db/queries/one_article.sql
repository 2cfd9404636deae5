-- Claims only one article makes.
--
-- No chain of links, whoever made them, leads from these claims to another article. A link that says
-- "not the same event" joins nothing.
-- Optional: :review, the beginning of a review's title.
WITH RECURSIVE
  tie (review_id, one, two) AS (
    SELECT review_id, from_claim_id, to_claim_id FROM link
    WHERE NOT (relation = 'unverified' AND reason = 'not the same event')
    UNION
    SELECT review_id, to_claim_id, from_claim_id FROM link
    WHERE NOT (relation = 'unverified' AND reason = 'not the same event')
  ),
  reach (review_id, claim_id, other_id) AS (
    SELECT review_id, id, id FROM claim
    UNION
    SELECT reach.review_id, reach.claim_id, tie.two
    FROM reach JOIN tie ON tie.review_id = reach.review_id AND tie.one = reach.other_id
  )
SELECT it.review, it.article, it.outlet, it.published_on, it.claim, it.claimant, it.quote
FROM claims_with_articles AS it
WHERE it.review LIKE coalesce(:review, '') || '%'
  AND NOT EXISTS (
    SELECT 1
    FROM reach JOIN claim AS other
      ON other.review_id = reach.review_id AND other.id = reach.other_id
    WHERE reach.review_id = it.review_id AND reach.claim_id = it.claim_id
      AND other.article_id <> it.article_id
  )
ORDER BY it.review, it.article, it.start;
