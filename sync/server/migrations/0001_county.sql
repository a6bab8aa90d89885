-- What only the county server keeps. Times are UTC milliseconds; hashes are BLAKE2b-256 in hexadecimal.

-- The county that this database belongs to: one row, written at the first start.
CREATE TABLE county (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  name TEXT NOT NULL,
  authority TEXT NOT NULL               -- Its three digits in the national register.
) STRICT;

-- People who record. A person is known by name and role until there are accounts.
CREATE TABLE adviser (
  id TEXT PRIMARY KEY,                  -- UUIDv7
  name TEXT NOT NULL,                   -- As typed at the first enrolment.
  name_key TEXT NOT NULL,               -- The same in lower case, single spaces.
  role TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE (name_key, role)
) STRICT;

-- Enrolled tablets. The token itself is never stored.
CREATE TABLE device (
  id TEXT PRIMARY KEY,                  -- 16 hexadecimal digits, the last part of its stamps.
  token_hash TEXT NOT NULL UNIQUE,
  adviser TEXT NOT NULL REFERENCES adviser (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL,                   -- "Chromium on Linux"
  created INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,           -- To within a minute.
  revoked INTEGER                       -- When it was shut out; null while it is welcome.
) STRICT;

-- One-time codes. Kept after use, so that a second use can be told from a code that never was.
CREATE TABLE enrolment_code (
  hash TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER,                         -- When; null until then.
  used_by TEXT REFERENCES device (id)
) STRICT;
