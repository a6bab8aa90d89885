-- What people write about inspections (core/visits/area_for_improvement.h). Derived from field_state like the other records.

-- area_for_improvement: one that the report of an inspection names, and how it stands.
CREATE TABLE area_for_improvement (
  id TEXT PRIMARY KEY,
  urn TEXT NOT NULL DEFAULT '',
  inspected TEXT NOT NULL DEFAULT '',  -- "2026-10-12", the first day of that inspection
  subject TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''       -- ids of evidence notes with a space between
) WITHOUT ROWID;
CREATE INDEX area_for_improvement_of_school ON area_for_improvement (urn, id);

-- inspection_risk: what is at risk at the next inspection of a school or setting; `id` is its URN. The reason is not the last, or a row
-- with one that begins like JSON would look like one of framework where a lost list of tables is made anew.
CREATE TABLE inspection_risk (
  id TEXT PRIMARY KEY,
  reason TEXT NOT NULL DEFAULT '',
  risk TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
