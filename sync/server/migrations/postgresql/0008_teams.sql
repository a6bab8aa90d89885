-- What core/storage/migrations/0014_teams.sql says.
ALTER TABLE post ADD COLUMN team bytewise NOT NULL DEFAULT '';
