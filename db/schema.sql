-- The schema of a workbench database, version 3: what the migrations in workbench/store
-- produce, in the order in which they make it. Tables and columns are explained in the comments.
-- Made by `make schema`; a test holds it to the program. To change it, write a migration.

CREATE TABLE analyst (
  -- The people working. The name is what exports and the log say.
  name TEXT NOT NULL PRIMARY KEY CHECK (trim(name) <> ''),
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE review (
  -- One body of work: articles, claims, links.
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(title) <> ''),
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX review_analyst ON review (analyst);

CREATE TABLE article_text (
  -- The canonical text of articles, once for each text, under its SHA-256. It never changes.
  -- NUL is refused because length() and substr() would stop there.
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  text TEXT NOT NULL CHECK (instr(text, char(0)) = 0)
) STRICT;

CREATE TABLE article_raw (
  -- The bytes an article came from, as they were, under their SHA-256.
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE article (
  -- One document of a review. '' means not known. The id comes from the text.
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  published_on TEXT NOT NULL CHECK ( -- '+0 days' makes date() see that there is no 30 February
    published_on = '' OR published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
    AND published_on IS date(published_on, '+0 days')
  ),
  url TEXT NOT NULL,
  byline TEXT NOT NULL,
  characters INTEGER NOT NULL CHECK (characters > 0), -- code points of the text
  text_sha256 TEXT NOT NULL
    REFERENCES article_text (sha256) ON DELETE RESTRICT ON UPDATE RESTRICT,
  raw_sha256 TEXT NOT NULL
    REFERENCES article_raw (sha256) ON DELETE RESTRICT ON UPDATE RESTRICT,
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  UNIQUE (review_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_text_sha256 ON article (text_sha256);

CREATE INDEX article_raw_sha256 ON article (raw_sha256);

CREATE INDEX article_analyst ON article (analyst);

CREATE TABLE claim (
  -- One occurrence of a claim: a marked span of one article.
  review_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  article_id TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0), -- code points of the canonical text, half-open
  "end" INTEGER NOT NULL CHECK ("end" > start),
  quote TEXT NOT NULL, -- the exact words at the place; triggers hold them to it
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  note TEXT NOT NULL,
  claimant TEXT NOT NULL, -- who says so, as the article gives it
  origin TEXT NOT NULL, -- where the information ultimately comes from
  tags TEXT NOT NULL, -- separated by '; '
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  UNIQUE (review_id, number),
  FOREIGN KEY (review_id, article_id)
    REFERENCES article (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_place ON claim (review_id, article_id, start);

CREATE INDEX claim_analyst ON claim (analyst);

CREATE TABLE link (
  -- A tie between two claims, as one analyst sees it.
  review_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  from_claim_id TEXT NOT NULL,
  to_claim_id TEXT NOT NULL CHECK (to_claim_id <> from_claim_id),
  relation TEXT NOT NULL CHECK (relation IN ('agrees', 'conflicts', 'unverified')),
  reason TEXT NOT NULL,
  rationale TEXT NOT NULL,
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  UNIQUE (review_id, number),
  FOREIGN KEY (review_id, from_claim_id)
    REFERENCES claim (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY (review_id, to_claim_id)
    REFERENCES claim (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX link_pair ON link (
  review_id, analyst, min(from_claim_id, to_claim_id), max(from_claim_id, to_claim_id)
);

CREATE INDEX link_from ON link (review_id, from_claim_id);

CREATE INDEX link_to ON link (review_id, to_claim_id);

CREATE INDEX link_analyst ON link (analyst);

CREATE TABLE dismissal (
  -- A proposed counterpart an analyst has turned down for a claim.
  review_id TEXT NOT NULL,
  id TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  article_id TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  created_at TEXT NOT NULL,
  PRIMARY KEY (review_id, id),
  FOREIGN KEY (review_id, claim_id)
    REFERENCES claim (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY (review_id, article_id)
    REFERENCES article (review_id, id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX dismissal_claim ON dismissal (review_id, claim_id);

CREATE INDEX dismissal_article ON dismissal (review_id, article_id);

CREATE INDEX dismissal_analyst ON dismissal (analyst);

CREATE TABLE event (
  -- The log: one line for each act, written in the same transaction as the rows it touched.
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  review_id TEXT NOT NULL, -- no foreign key: a review's log goes after the review itself
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  undoes TEXT REFERENCES event (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  redoes TEXT REFERENCES event (id) ON DELETE RESTRICT ON UPDATE RESTRICT
) STRICT;

CREATE INDEX event_review ON event (review_id, analyst, seq);

CREATE INDEX event_analyst ON event (analyst);

CREATE INDEX event_undoes ON event (undoes);

CREATE INDEX event_redoes ON event (redoes);

CREATE TABLE session (
  -- Where an analyst was in a review, as JSON: panes, cursors, half-written text. Not in the log.
  review_id TEXT NOT NULL REFERENCES review (id) ON DELETE RESTRICT ON UPDATE RESTRICT,
  analyst TEXT NOT NULL REFERENCES analyst (name) ON DELETE RESTRICT ON UPDATE RESTRICT,
  state TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (review_id, analyst)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_analyst ON session (analyst);

CREATE TRIGGER article_text_stays BEFORE UPDATE ON article_text
BEGIN
  SELECT raise(ABORT, 'the text of an article never changes');
END;

CREATE TRIGGER article_raw_stays BEFORE UPDATE ON article_raw
BEGIN
  SELECT raise(ABORT, 'the original bytes of an article never change');
END;

CREATE TRIGGER article_keeps_its_text
BEFORE UPDATE OF review_id, id, text_sha256, raw_sha256, characters ON article
BEGIN
  SELECT raise(ABORT, 'an article keeps its text');
END;

CREATE TRIGGER claim_quote_at_its_place BEFORE INSERT ON claim
BEGIN
  SELECT raise(ABORT, 'the quote is not the text at its place')
  WHERE NOT EXISTS (
    SELECT 1 FROM article JOIN article_text ON article_text.sha256 = article.text_sha256
    WHERE article.review_id = NEW.review_id AND article.id = NEW.article_id
      AND substr(text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote
      AND length(NEW.quote) = NEW."end" - NEW.start
      AND substr(text, max(NEW.start - 32, 0) + 1, min(NEW.start, 32)) = NEW.prefix
      AND substr(text, NEW."end" + 1, 32) = NEW.suffix
  );
END;

CREATE TRIGGER claim_quote_at_its_new_place
BEFORE UPDATE OF review_id, article_id, start, "end", quote, prefix, suffix ON claim
BEGIN
  SELECT raise(ABORT, 'the quote is not the text at its place')
  WHERE NOT EXISTS (
    SELECT 1 FROM article JOIN article_text ON article_text.sha256 = article.text_sha256
    WHERE article.review_id = NEW.review_id AND article.id = NEW.article_id
      AND substr(text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote
      AND length(NEW.quote) = NEW."end" - NEW.start
      AND substr(text, max(NEW.start - 32, 0) + 1, min(NEW.start, 32)) = NEW.prefix
      AND substr(text, NEW."end" + 1, 32) = NEW.suffix
  );
END;

CREATE TRIGGER event_of_a_review BEFORE INSERT ON event
WHEN NOT EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id)
BEGIN
  SELECT raise(ABORT, 'an event belongs to a review');
END;

CREATE TRIGGER event_stays BEFORE UPDATE ON event
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;

CREATE TRIGGER event_remains BEFORE DELETE ON event
WHEN EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id)
BEGIN
  SELECT raise(ABORT, 'the log is append-only');
END;

CREATE VIEW claims_with_articles AS
-- Every claim with the article it stands in.
SELECT
  review.title AS review, claim.number AS claim, claim.quote, claim.claimant, claim.origin,
  claim.tags, claim.note, article.number AS article, article.outlet, article.title,
  article.published_on, article.url, claim.start, claim."end", claim.analyst, claim.created_at,
  claim.updated_at, claim.id AS claim_id, article.id AS article_id, review.id AS review_id
FROM claim
JOIN article ON article.review_id = claim.review_id AND article.id = claim.article_id
JOIN review ON review.id = claim.review_id;

CREATE VIEW linked_claims AS
-- Every link with both its claims and their articles.
SELECT
  review.title AS review, link.number AS link, link.relation, link.reason, link.rationale,
  one.claim AS from_claim, one.outlet AS from_outlet, one.published_on AS from_published_on,
  one.claimant AS from_claimant, one.quote AS from_quote,
  two.claim AS to_claim, two.outlet AS to_outlet, two.published_on AS to_published_on,
  two.claimant AS to_claimant, two.quote AS to_quote,
  link.analyst, link.created_at, link.updated_at, link.id AS link_id, review.id AS review_id
FROM link
JOIN review ON review.id = link.review_id
JOIN claims_with_articles AS one
  ON one.review_id = link.review_id AND one.claim_id = link.from_claim_id
JOIN claims_with_articles AS two
  ON two.review_id = link.review_id AND two.claim_id = link.to_claim_id;

CREATE TABLE sentence_progress (
  -- How far each text is indexed; indexing goes on from there. Numbers are never given out twice.
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  text_sha256 TEXT NOT NULL UNIQUE
    REFERENCES article_text (sha256) ON DELETE RESTRICT ON UPDATE RESTRICT,
  done INTEGER NOT NULL, -- code points
  sentences INTEGER NOT NULL
) STRICT;

CREATE TABLE sentence (
  -- The sentences of every text, for finding counterparts. Can be computed again at any time.
  id INTEGER PRIMARY KEY, -- the text's number * 16777216 + how many sentences stand before it
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE sentence_index USING fts5 (
  words, content = '', tokenize = 'ascii'
);

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
