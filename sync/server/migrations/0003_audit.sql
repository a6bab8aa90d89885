-- Who read and who wrote which records. Rows are added, in the transaction of what they tell of, and never changed or removed.

-- audit: one request of a tablet, or one command at the server, that read or wrote records.
CREATE TABLE audit (
  id TEXT PRIMARY KEY,                  -- UUIDv7
  at INTEGER NOT NULL,
  request TEXT NOT NULL,                -- As in the server's log; '' for a command.
  device TEXT NOT NULL,                 -- '' for a command,
  adviser TEXT NOT NULL,                -- as here.
  action TEXT NOT NULL,                 -- 'pull', 'push', 'export', 'command export' …
  read_after INTEGER,                   -- What was handed out: the changes whose position is past this one,
  read_to INTEGER                       -- up to this one. Null when nothing was read.
);
CREATE INDEX audit_by_time ON audit (at);

-- audit_write: the records that one push wrote, or tried to.
CREATE TABLE audit_write (
  audit TEXT NOT NULL REFERENCES audit (id),
  entity TEXT NOT NULL,                 -- '' for changes that could not be read,
  entity_id TEXT NOT NULL,              -- as here.
  visit TEXT NOT NULL,                  -- Where the change named the visit that the record belongs to.
  outcome TEXT NOT NULL,                -- 'accepted', 'already_had', 'refused'
  changes INTEGER NOT NULL,             -- How many.
  PRIMARY KEY (audit, entity, entity_id, visit, outcome)
);
CREATE INDEX audit_write_of_record ON audit_write (entity_id);
CREATE INDEX audit_write_of_visit ON audit_write (visit);
