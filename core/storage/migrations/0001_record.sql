-- The record of truth and what is derived from it. Times are UTC milliseconds unless a comment says otherwise.

-- change: every change this store has taken in, as it was written; never altered, never removed. `position` is the order
-- of arrival here; on the county's server it is the cursor of the sync protocol, so it is never used twice.
CREATE TABLE change (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  author TEXT NOT NULL,
  stamp TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  fields TEXT NOT NULL            -- JSON: {name: {"value", "base"}}
);
CREATE INDEX change_of_record ON change (entity_id, entity);

-- waiting: changes written on this tablet that the county has not answered yet. Empty on the county's server.
CREATE TABLE waiting (
  change INTEGER PRIMARY KEY REFERENCES change (position)
);

-- refusal: changes written on this tablet that the county would not take, and why: the quarantine.
CREATE TABLE refusal (
  change INTEGER PRIMARY KEY REFERENCES change (position),
  code TEXT NOT NULL,
  sentence TEXT NOT NULL,
  at INTEGER NOT NULL
);

-- receipt: what the county answered when it stored a change. On a tablet only for its own changes; at the county for all.
CREATE TABLE receipt (
  change INTEGER PRIMARY KEY REFERENCES change (position),
  number TEXT NOT NULL,
  at TEXT NOT NULL                -- As the county wrote it: "2026-11-23T14:02:05.123Z"
);

-- field_state: each field of each record after merging: the version that shows, the other leaves (JSON, null when there is
-- no other), and the stamps of versions that were seen by a later writer, 32 characters each, ascending, with nothing between.
CREATE TABLE field_state (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  field TEXT NOT NULL,
  stamp TEXT NOT NULL,
  value TEXT NOT NULL,            -- JSON
  author TEXT NOT NULL,
  others TEXT,
  superseded TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id, field)
) WITHOUT ROWID;
CREATE INDEX field_in_conflict ON field_state (entity, entity_id) WHERE others IS NOT NULL;

-- visit, judgement, evidence_note: current state, derived from field_state in the transaction that changes it. There are no
-- foreign keys among them, because a change may arrive before the one it belongs to. '' is "not said".
CREATE TABLE visit (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '',  -- "2026-11-23"
  participants TEXT NOT NULL DEFAULT '',
  focus TEXT NOT NULL DEFAULT '',
  framework TEXT NOT NULL DEFAULT '',
  framework_version TEXT NOT NULL DEFAULT '',
  variant TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  adviser TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX visit_of_school ON visit (urn, date);

CREATE TABLE judgement (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  aspect TEXT NOT NULL DEFAULT '',
  choice TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX judgement_of_visit ON judgement (visit, aspect);

CREATE TABLE evidence_note (
  id TEXT PRIMARY KEY,
  visit TEXT NOT NULL DEFAULT '',
  aspect TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX evidence_note_of_visit ON evidence_note (visit, id);

-- draft: text still being typed, not yet a change. `base` is the stamp of the value shown when typing began, '' for none.
CREATE TABLE draft (
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  typed_at INTEGER NOT NULL,
  base TEXT NOT NULL,
  PRIMARY KEY (entity, entity_id, field)
) WITHOUT ROWID;
