-- Ratings and direction of travel, and the calendar they are judged by. Derived from field_state like the other records.

-- rating_step: one step of a school's rating, written once. Columns that a kind of step does not have stay ''.
CREATE TABLE rating_step (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  step TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  suggested TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  about TEXT NOT NULL DEFAULT '',
  framework TEXT NOT NULL DEFAULT '',
  framework_version TEXT NOT NULL DEFAULT '',
  variant TEXT NOT NULL DEFAULT '',
  standing TEXT NOT NULL DEFAULT '',
  date TEXT NOT NULL DEFAULT '',  -- "2026-11-23"
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX rating_step_of_school ON rating_step (urn, subject);

-- direction: what somebody said of one school's direction of travel in one half term, written once.
CREATE TABLE direction (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  subject TEXT NOT NULL DEFAULT '',
  half_term TEXT NOT NULL DEFAULT '',
  direction TEXT NOT NULL DEFAULT '',
  suggested TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  by TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX direction_of_school ON direction (urn, subject, half_term);

-- calendar: the county's half terms as it sent them: one row, JSON (core/schools/half_terms.h).
CREATE TABLE calendar (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  half_terms TEXT NOT NULL
);
