-- The people around schools and settings, and what advisers call a place. Derived from field_state like the other records.

-- establishment: what the county itself says of a school or setting; `id` is its URN. local_name: what advisers call a setting
-- whose own name Ofsted withheld; '' for none.
CREATE TABLE establishment (
  id TEXT PRIMARY KEY,
  local_name TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- post: who holds which post at a school or setting (core/visits/post.h).
CREATE TABLE post (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  account TEXT NOT NULL DEFAULT '',
  designation TEXT NOT NULL DEFAULT '',
  leads TEXT NOT NULL DEFAULT '',
  capacity TEXT NOT NULL DEFAULT '',
  since TEXT NOT NULL DEFAULT '',  -- "2026-11-23"
  until TEXT NOT NULL DEFAULT ''   -- "2027-08-31"
) WITHOUT ROWID;
CREATE INDEX post_of_school ON post (urn, id);
CREATE INDEX post_of_account ON post (account, id);
