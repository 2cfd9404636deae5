-- Findings, what they rest on, and the verdicts a review has chosen. The log and the counter name
-- the tables they know, so both are made anew around the rows they hold.
DROP VIEW history;
DROP TRIGGER event_row_stays;
DROP TRIGGER event_row_remains;
DROP INDEX event_row_of;
ALTER TABLE event_row RENAME TO event_row_2;
ALTER TABLE counter RENAME TO counter_2;

CREATE TABLE event_row (
  -- Each row an act touched, before and after it, as JSON; NULL where it did not or does not exist.
  event_seq INTEGER NOT NULL REFERENCES event (seq) ON DELETE RESTRICT ON UPDATE RESTRICT,
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL CHECK (
    table_name IN (
      'review', 'article', 'claim', 'link', 'dismissal', 'finding', 'evidence', 'verdict_list'
    )
  ),
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT CHECK (before IS NOT NULL OR after IS NOT NULL),
  PRIMARY KEY (event_seq, position)
) STRICT, WITHOUT ROWID;

INSERT INTO event_row SELECT event_seq, position, table_name, row_id, before, after FROM event_row_2;
DROP TABLE event_row_2;

CREATE INDEX event_row_of ON event_row (row_id, event_seq);

CREATE TRIGGER event_row_stays BEFORE UPDATE ON event_row
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_row_remains BEFORE DELETE ON event_row
WHEN EXISTS (
  SELECT 1 FROM event JOIN review ON review.id = event.review_id WHERE event.seq = OLD.event_seq
)
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;

CREATE TABLE counter (
  -- The last short number given out, so that no number ever names two things.
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  table_name TEXT NOT NULL
    CHECK (table_name IN ('article', 'claim', 'link', 'finding', 'evidence')),
  last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (review_id, table_name)
) STRICT, WITHOUT ROWID;

INSERT INTO counter SELECT review_id, table_name, last FROM counter_2;
DROP TABLE counter_2;

CREATE TABLE finding (
  -- An analyst's own conclusion on the point that its claim is on; a point may have several.
  review_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  claim_id TEXT NOT NULL, -- the claim it hangs on
  wording TEXT NOT NULL CHECK (trim(wording) <> ''), -- the claim itself, neutrally put
  verdict TEXT NOT NULL, -- of the review's list as it was then; '' means none yet
  confidence TEXT NOT NULL CHECK (confidence IN ('', 'low', 'medium', 'high')),
  rationale TEXT NOT NULL, -- why; only an unverified one may go without
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  UNIQUE (review_id, number),
  CHECK (lower(verdict) IN ('', 'unverified') OR rationale <> ''),
  FOREIGN KEY (review_id, claim_id)
    REFERENCES claim (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_claim ON finding (review_id, claim_id);
CREATE INDEX finding_analyst ON finding (analyst);

CREATE TABLE evidence (
  -- Something outside the articles that a finding rests on.
  review_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  finding_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'data', 'reply', 'archive', 'expert')),
  locator TEXT NOT NULL, -- where it can be looked up
  note TEXT NOT NULL CHECK (locator <> '' OR note <> ''), -- what it shows
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  UNIQUE (review_id, number),
  FOREIGN KEY (review_id, finding_id)
    REFERENCES finding (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_finding ON evidence (review_id, finding_id);
CREATE INDEX evidence_analyst ON evidence (analyst);

CREATE TABLE verdict_list (
  -- The verdicts a review has chosen for itself, in order; a review without a row has the usual ones.
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  id TEXT NOT NULL CHECK (id = review_id),
  names TEXT NOT NULL CHECK (trim(names) <> ''), -- separated by '; '
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX verdict_list_analyst ON verdict_list (analyst);

CREATE VIEW findings_with_claims AS
-- Every finding with the claim it hangs on, that claim's article, and how much evidence it has.
SELECT
  it.review, finding.number AS finding, finding.wording, finding.verdict, finding.confidence,
  finding.rationale,
  (
    SELECT count(*) FROM evidence
    WHERE evidence.review_id = finding.review_id AND evidence.finding_id = finding.id
  ) AS evidence,
  it.claim, it.quote, it.claimant, it.article, it.outlet, it.published_on,
  finding.analyst, finding.created_at, finding.updated_at,
  finding.id AS finding_id, finding.claim_id, finding.review_id
FROM finding
JOIN claims_with_articles AS it
  ON it.review_id = finding.review_id AND it.claim_id = finding.claim_id;

CREATE VIEW history AS
-- The log, a line for each row an act touched; the newest lines come last.
SELECT
  event.seq AS event, event.at, event.analyst, event.act, review.title AS review,
  event_row.table_name, json_extract(coalesce(event_row.after, event_row.before), '$.number')
    AS number,
  event_row.before, event_row.after, undone.seq AS undoes, redone.seq AS redoes,
  event_row.row_id, event.review_id
FROM event
JOIN review ON review.id = event.review_id
LEFT JOIN event_row ON event_row.event_seq = event.seq
LEFT JOIN event AS undone ON undone.id = event.undoes
LEFT JOIN event AS redone ON redone.id = event.redoes;
