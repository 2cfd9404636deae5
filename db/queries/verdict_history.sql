-- Every verdict a finding ever had.
--
-- Each with its reasons as they were then, who gave it and when; also of findings that are gone. A
-- finding that was taken away has a last line without a verdict.
-- Optional: :review, the beginning of a review's title; :finding, the finding's number.
SELECT
  review, number AS finding, event, at, analyst, act,
  json_extract(after, '$.verdict') AS verdict,
  json_extract(after, '$.confidence') AS confidence,
  json_extract(after, '$.rationale') AS rationale,
  json_extract(coalesce(after, before), '$.wording') AS wording
FROM history
WHERE table_name = 'finding'
  AND (
    json_extract(after, '$.verdict') IS NOT json_extract(before, '$.verdict')
    OR json_extract(after, '$.confidence') IS NOT json_extract(before, '$.confidence')
    OR json_extract(after, '$.rationale') IS NOT json_extract(before, '$.rationale')
  )
  AND review LIKE coalesce(:review, '') || '%'
  AND (coalesce(:finding, '') = '' OR number = CAST(:finding AS INTEGER))
ORDER BY review, finding, event;
