-- What core/storage/migrations/0013_former_urns.sql says.
ALTER TABLE school ADD COLUMN formerly TEXT NOT NULL DEFAULT '';
CREATE INDEX school_formerly ON school (formerly) WHERE formerly <> '';
