-- county_picture: photographs as their tablets send them, by the hash of the whole. A row stays when the bytes go, so that no receipt's
-- number is given twice. Who was given a picture and who sent it is in the audit: audit_write with the outcome 'picture_read' or
-- 'picture_received'.
CREATE TABLE county_picture (
  position INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,                -- Of the whole, as its tablet said.
  have INTEGER NOT NULL,                -- So much of it is here, from its beginning.
  number TEXT NOT NULL DEFAULT '',      -- The receipt, given when all of it was here and fitted its hash: '' until then,
  at TEXT NOT NULL DEFAULT ''           -- as here.
);

-- county_picture_piece: its bytes, each piece as it came.
CREATE TABLE county_picture_piece (
  picture INTEGER NOT NULL REFERENCES county_picture (position),
  start INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (picture, start)
);
