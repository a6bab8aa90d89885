-- What the county gives to work with, and what a store remembers of itself.

-- school: the county's schools, replaced whole with each new reference. `facts` is the JSON of core/schools; `folded` is
-- the name as searches compare it (fold_for_search), with a space at each end.
CREATE TABLE school (
  urn TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  facts TEXT NOT NULL
) WITHOUT ROWID;

-- framework: packs by version, as JSON; added to, never removed, because visits name the version they were made with.
CREATE TABLE framework (
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  pack TEXT NOT NULL,
  PRIMARY KEY (id, version)
) WITHOUT ROWID;

-- setting: small facts by name: who this tablet is, how far it has read, the last clock reading given out.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- part_version: how far the tables that one program adds for itself have come; those of all are in user_version.
CREATE TABLE part_version (
  part TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) WITHOUT ROWID;
