-- Visits whole: kinds, notes that are sorted, answers, actions, photographs, and what is said once about a visit.

ALTER TABLE visit ADD COLUMN templates_version TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN time TEXT NOT NULL DEFAULT '';  -- "09:30"
ALTER TABLE visit ADD COLUMN present TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN governance TEXT NOT NULL DEFAULT '';
ALTER TABLE visit ADD COLUMN status_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX visit_by_date ON visit (date);

-- evidence_note: as before, with what a note is sorted by; `row` is what its words are found under in note_words.
CREATE TABLE sorted_note (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  visit TEXT NOT NULL DEFAULT '',
  aspect TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  groups TEXT NOT NULL DEFAULT '',  -- "boys fsm"
  supports TEXT NOT NULL DEFAULT '',
  said_by TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
);
INSERT INTO sorted_note (id, visit, aspect, text) SELECT id, visit, aspect, text FROM evidence_note ORDER BY id;
DROP TABLE evidence_note;
ALTER TABLE sorted_note RENAME TO evidence_note;
CREATE INDEX evidence_note_of_visit ON evidence_note (visit, id);

-- note_words: the words of every note, for searching; kept in step by the triggers below. It holds no text of its own.
CREATE VIRTUAL TABLE note_words USING fts5 (
  text, content = 'evidence_note', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO note_words (note_words) VALUES ('rebuild');
CREATE TRIGGER note_begun AFTER INSERT ON evidence_note BEGIN
  INSERT INTO note_words (rowid, text) VALUES (new.row, new.text);
END;
CREATE TRIGGER note_changed AFTER UPDATE OF text ON evidence_note BEGIN
  INSERT INTO note_words (note_words, rowid, text) VALUES ('delete', old.row, old.text);
  INSERT INTO note_words (rowid, text) VALUES (new.row, new.text);
END;
CREATE TRIGGER note_gone AFTER DELETE ON evidence_note BEGIN
  INSERT INTO note_words (note_words, rowid, text) VALUES ('delete', old.row, old.text);
END;

CREATE TABLE visit_answer (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  question TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX visit_answer_of_visit ON visit_answer (visit, question);

CREATE TABLE agreed_action (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  visit TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  due TEXT NOT NULL DEFAULT '',  -- "2026-11-23"
  status TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  closed_in TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX agreed_action_of_school ON agreed_action (urn, id);

CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL DEFAULT '',
  caption TEXT NOT NULL DEFAULT '',
  removed TEXT NOT NULL DEFAULT '',
  removed_reason TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX photo_of_visit ON photo (visit, id);

-- picture: the photographs themselves, by the hash of `jpeg`. Not derived: a picture is here until its photo is removed.
CREATE TABLE picture (
  content TEXT PRIMARY KEY,
  jpeg BLOB NOT NULL,
  thumbnail BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE trust_agreement (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  given_by TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '',
  until TEXT NOT NULL DEFAULT '',
  kinds TEXT NOT NULL DEFAULT '',
  what_for TEXT NOT NULL DEFAULT '',
  terms TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX trust_agreement_of_school ON trust_agreement (urn);

CREATE TABLE forum_note (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  half_term TEXT NOT NULL DEFAULT '',
  service TEXT NOT NULL DEFAULT '',
  aspect TEXT NOT NULL DEFAULT '',
  groups TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX forum_note_of_school ON forum_note (urn, id);

CREATE TABLE head_answer (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  disputes TEXT NOT NULL DEFAULT '',
  read TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX head_answer_of_visit ON head_answer (visit, id);

CREATE TABLE amendment (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  part TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX amendment_of_visit ON amendment (visit, id);

-- visit_templates: the county's kinds of visit by version, as JSON (core/visits/visit_template.h); added to, never removed.
-- `position` says which came last: that one is in use.
CREATE TABLE visit_templates (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  version TEXT NOT NULL UNIQUE,
  pack TEXT NOT NULL
);
