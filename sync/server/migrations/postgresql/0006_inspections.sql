-- What core/storage/migrations/0012_inspections.sql says.
CREATE TABLE area_for_improvement (
  id bytewise PRIMARY KEY,
  urn bytewise NOT NULL DEFAULT '',
  inspected bytewise NOT NULL DEFAULT '',  -- "2026-10-12"
  subject bytewise NOT NULL DEFAULT '',
  text bytewise NOT NULL DEFAULT '',
  state bytewise NOT NULL DEFAULT '',
  evidence bytewise NOT NULL DEFAULT '',
  notes bytewise NOT NULL DEFAULT ''
);
CREATE INDEX area_for_improvement_of_school ON area_for_improvement (urn, id);

CREATE TABLE inspection_risk (
  id bytewise PRIMARY KEY,
  reason bytewise NOT NULL DEFAULT '',
  risk bytewise NOT NULL DEFAULT ''
);
