-- What the office decided about tablets that are no longer welcome. A tablet is wiped only after it was shut out
-- (device.revoked) and has sent what it had.

ALTER TABLE device ADD COLUMN wipe_wanted INTEGER;  -- When the office asked for it; null while it does not.
ALTER TABLE device ADD COLUMN wiped INTEGER;        -- When the tablet said that it has done so; null until then.

-- Changes that the county refused while their tablet was about to be wiped: on the tablet they are gone afterwards. Kept
-- as they were sent, whatever they are, and never merged into the records.
CREATE TABLE left_behind (
  device TEXT NOT NULL REFERENCES device (id),
  hash TEXT NOT NULL,                   -- Of the text, so that what is sent again is kept once.
  at INTEGER NOT NULL,
  code TEXT NOT NULL,                   -- Why it was refused.
  sentence TEXT NOT NULL,
  text TEXT NOT NULL,                   -- The change, as JSON.
  PRIMARY KEY (device, hash)
);
