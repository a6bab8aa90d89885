-- What core/storage/migrations/0010_people.sql says.
CREATE TABLE establishment (
  id bytewise PRIMARY KEY,
  local_name bytewise NOT NULL DEFAULT ''
);

CREATE TABLE post (
  id bytewise PRIMARY KEY,
  urn bytewise NOT NULL DEFAULT '',
  role bytewise NOT NULL DEFAULT '',
  name bytewise NOT NULL DEFAULT '',
  account bytewise NOT NULL DEFAULT '',
  designation bytewise NOT NULL DEFAULT '',
  leads bytewise NOT NULL DEFAULT '',
  capacity bytewise NOT NULL DEFAULT '',
  since bytewise NOT NULL DEFAULT '',  -- "2026-11-23"
  until bytewise NOT NULL DEFAULT ''   -- "2027-08-31"
);
CREATE INDEX post_of_school ON post (urn, id);
CREATE INDEX post_of_account ON post (account, id);
