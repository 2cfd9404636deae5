-- The index is made anew in the background: its words are now those of core/terms.py, and a
-- sentence's number tells which text it is of.
DROP TABLE sentence_index;
DROP TABLE sentence;
DROP TABLE sentence_progress;

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

-- The words are made by core/terms.py, separated by spaces: of ASCII only letters and digits, and
-- everything else that is in them belongs to them.
CREATE VIRTUAL TABLE sentence_index USING fts5 (
  words, content = '', tokenize = 'ascii'
);
