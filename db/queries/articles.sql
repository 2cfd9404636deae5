-- Articles with their counts.
--
-- How much was marked in each article, and how much of it is linked or in conflict.
-- Optional: :review, the beginning of a review's title.
SELECT
  review.title AS review, article.number AS article, article.outlet, article.published_on,
  article.title, article.characters,
  count(claim.id) AS claims,
  (
    SELECT count(DISTINCT link.id) FROM link JOIN claim AS mine
      ON mine.review_id = link.review_id AND mine.id IN (link.from_claim_id, link.to_claim_id)
    WHERE mine.review_id = article.review_id AND mine.article_id = article.id
  ) AS links,
  (
    SELECT count(DISTINCT link.id) FROM link JOIN claim AS mine
      ON mine.review_id = link.review_id AND mine.id IN (link.from_claim_id, link.to_claim_id)
    WHERE mine.review_id = article.review_id AND mine.article_id = article.id
      AND link.relation = 'conflicts'
  ) AS conflicts,
  max(claim.updated_at) AS last_marked
FROM article
JOIN review ON review.id = article.review_id
LEFT JOIN claim ON claim.review_id = article.review_id AND claim.article_id = article.id
WHERE review.title LIKE coalesce(:review, '') || '%'
GROUP BY article.review_id, article.id
ORDER BY review.title, article.number;
