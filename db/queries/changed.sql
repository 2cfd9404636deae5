-- What was changed on a day, and by whom.
--
-- A line for each row an act touched, oldest first. Days and times are UTC.
-- Optional: :day as YYYY-MM-DD, else today; :analyst; :review, the beginning of a review's title.
SELECT
  event, at, analyst, review, act, table_name, number,
  CASE
    WHEN before IS NULL THEN 'made'
    WHEN after IS NULL THEN 'taken away'
    ELSE 'changed'
  END AS happened,
  coalesce(
    json_extract(coalesce(after, before), '$.quote'),
    json_extract(coalesce(after, before), '$.relation'),
    json_extract(coalesce(after, before), '$.title'),
    json_extract(coalesce(after, before), '$.wording'),
    nullif(json_extract(coalesce(after, before), '$.locator'), ''),
    json_extract(coalesce(after, before), '$.note'),
    json_extract(coalesce(after, before), '$.names')
  ) AS what,
  undoes, redoes
FROM history
WHERE substr(at, 1, 10) = coalesce(nullif(:day, ''), date('now'))
  AND (coalesce(:analyst, '') = '' OR analyst = :analyst)
  AND review LIKE coalesce(:review, '') || '%'
ORDER BY event, history.row_id;
