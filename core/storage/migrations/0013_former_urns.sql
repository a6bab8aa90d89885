-- The URNs that a school had before it converted, with a space around each; '' for none. A visit from then names one of them.
ALTER TABLE school ADD COLUMN formerly TEXT NOT NULL DEFAULT '';
CREATE INDEX school_formerly ON school (formerly) WHERE formerly <> '';
