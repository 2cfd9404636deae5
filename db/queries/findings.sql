-- Findings with the claims they hang on.
--
-- What each analyst concludes, how sure and why, what it rests on (an item a line), and the words of
-- the claim it hangs on. A finding is that of the whole point its claim is on.
-- Optional: :review, the beginning of a review's title; :verdict.
SELECT
  it.review, it.finding, it.wording, it.verdict, it.confidence, it.rationale,
  (
    SELECT group_concat(item, char(10))
    FROM (
      SELECT kind || ': ' || locator || iif(locator <> '' AND note <> '', ': ', '') || note AS item
      FROM evidence
      WHERE evidence.review_id = it.review_id AND evidence.finding_id = it.finding_id
      ORDER BY number
    )
  ) AS evidence,
  it.claim, it.quote, it.claimant, it.outlet, it.published_on, it.analyst, it.updated_at
FROM findings_with_claims AS it
WHERE it.review LIKE coalesce(:review, '') || '%'
  AND (coalesce(:verdict, '') = '' OR it.verdict = :verdict)
ORDER BY it.review, it.finding;
