-- What only the county server keeps: sync/server/migrations 0001 to 0005. Times are UTC milliseconds; hashes are BLAKE2b-256 in hexadecimal.

-- The county that this database belongs to: one row, written at the first start.
CREATE TABLE county (
  only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
  name bytewise NOT NULL,
  authority bytewise NOT NULL  -- Its three digits in the national register.
);

-- People who record. A person is known by name and role until there are accounts.
CREATE TABLE adviser (
  id bytewise PRIMARY KEY,  -- UUIDv7
  name bytewise NOT NULL,  -- As typed at the first enrolment.
  name_key bytewise NOT NULL,  -- The same in lower case, single spaces.
  role bytewise NOT NULL,
  created BIGINT NOT NULL,
  UNIQUE (name_key, role)
);

-- Enrolled tablets. The token itself is never stored.
CREATE TABLE device (
  id bytewise PRIMARY KEY,  -- 16 hexadecimal digits, the last part of its stamps.
  token_hash bytewise NOT NULL UNIQUE,
  adviser bytewise NOT NULL REFERENCES adviser (id),
  role bytewise NOT NULL,
  name bytewise NOT NULL,  -- "Chromium on Linux"
  created BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,  -- To within a minute.
  revoked BIGINT,  -- When it was shut out; null while it is welcome.
  wipe_wanted BIGINT,  -- When the office asked for it; null while it does not.
  wiped BIGINT  -- When the tablet said that it has done so; null until then.
);

-- One-time codes. Kept after use, so that a second use can be told from a code that never was.
CREATE TABLE enrolment_code (
  hash bytewise PRIMARY KEY,
  role bytewise NOT NULL,
  created BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  used BIGINT,  -- When; null until then.
  used_by bytewise REFERENCES device (id)
);

-- Changes that the county refused while their tablet was about to be wiped: on the tablet they are gone afterwards. Kept
-- as they were sent, whatever they are, and never merged into the records.
CREATE TABLE left_behind (
  device bytewise NOT NULL REFERENCES device (id),
  hash bytewise NOT NULL,  -- Of the text, so that what is sent again is kept once.
  at BIGINT NOT NULL,
  code bytewise NOT NULL,  -- Why it was refused.
  sentence bytewise NOT NULL,
  text bytewise NOT NULL,  -- The change, as JSON.
  PRIMARY KEY (device, hash)
);

-- audit: one request of a tablet, or one command at the server, that read or wrote records.
CREATE TABLE audit (
  id bytewise PRIMARY KEY,  -- UUIDv7
  at BIGINT NOT NULL,
  request bytewise NOT NULL,  -- As in the server's log; '' for a command.
  device bytewise NOT NULL,  -- '' for a command,
  adviser bytewise NOT NULL,  -- as here.
  action bytewise NOT NULL,  -- 'pull', 'push', 'export', 'command export' …
  read_after BIGINT,  -- What was handed out: the changes whose position is past this one,
  read_to BIGINT  -- up to this one. Null when nothing was read.
);
CREATE INDEX audit_by_time ON audit (at);

-- audit_write: the records that one push wrote, or tried to.
CREATE TABLE audit_write (
  audit bytewise NOT NULL REFERENCES audit (id),
  entity bytewise NOT NULL,  -- '' for changes that could not be read,
  entity_id bytewise NOT NULL,  -- as here.
  visit bytewise NOT NULL,  -- Where the change named the visit that the record belongs to.
  outcome bytewise NOT NULL,  -- 'accepted', 'already_had', 'refused'
  changes BIGINT NOT NULL,  -- How many.
  PRIMARY KEY (audit, entity, entity_id, visit, outcome)
);
CREATE INDEX audit_write_of_record ON audit_write (entity_id);
CREATE INDEX audit_write_of_visit ON audit_write (visit);

-- readiness: one row, written when whatever watches the server asks whether it can write.
CREATE TABLE readiness (
  only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
  checked BIGINT NOT NULL  -- When; another each time, because a row that stays the same is not written.
);

-- No mistake of ours alters the audit: the database itself refuses.
CREATE FUNCTION refuse_to_alter_the_audit() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the audit is only added to'; END $$;
CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter_the_audit();
CREATE TRIGGER audit_write_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_write
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter_the_audit();
