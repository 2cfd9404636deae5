-- The full history of one claim.
--
-- Every field that was ever changed, and every link that was made, marked or taken away, with who
-- did it and when; also of a claim that is gone.
-- Needed: :claim, the claim's number. Optional: :review, the beginning of a review's title.
WITH
  it AS (
    SELECT DISTINCT review_id, row_id FROM history
    WHERE table_name = 'claim' AND number = CAST(:claim AS INTEGER)
      AND review LIKE coalesce(:review, '') || '%'
  ),
  change AS (
    SELECT
      history.event, history.at, history.analyst, history.act, history.review,
      field.key AS field,
      json_extract(history.before, '$."' || field.key || '"') AS old,
      json_extract(history.after, '$."' || field.key || '"') AS new
    FROM it
    JOIN history ON history.review_id = it.review_id AND history.row_id = it.row_id
    JOIN json_each(coalesce(history.after, history.before)) AS field
    WHERE field.key IN ('quote', 'start', 'end', 'note', 'claimant', 'origin', 'tags')
    UNION ALL
    SELECT
      history.event, history.at, history.analyst, history.act, history.review,
      'link ' || history.number,
      trim(json_extract(history.before, '$.relation') || ' ' || json_extract(history.before, '$.reason')),
      trim(json_extract(history.after, '$.relation') || ' ' || json_extract(history.after, '$.reason'))
    FROM it
    JOIN history ON history.review_id = it.review_id AND history.table_name = 'link'
    WHERE it.row_id IN (
      json_extract(coalesce(history.after, history.before), '$.from_claim_id'),
      json_extract(coalesce(history.after, history.before), '$.to_claim_id')
    )
  )
SELECT review, event, at, analyst, act, field, old, new
FROM change
WHERE old IS NOT new AND NOT (coalesce(old, '') = '' AND coalesce(new, '') = '')
ORDER BY event, field;
