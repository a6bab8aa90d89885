-- What is known of the outcomes of the county's schools. Hidden figures are not here: they were hidden when the county read its files.

-- outcome_list: the county's measures, and a name for all of its outcomes as they stand: '' while only a part of them is here.
CREATE TABLE outcome_list (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  measures TEXT NOT NULL,              -- JSON: core/outcomes/measure.h. Not the last, or its rows would look like those of visit_templates
  version TEXT NOT NULL                -- where a lost list of tables is made anew from them (core/storage/list_of_tables.h).
);

-- outcome_part: one stage in one year from one kind of file, replaced as a whole.
CREATE TABLE outcome_part (
  stage TEXT NOT NULL,
  year INTEGER NOT NULL,               -- In which the academic year ends.
  source TEXT NOT NULL,
  version TEXT NOT NULL,               -- The same for parts that say the same.
  PRIMARY KEY (stage, year, source)
) WITHOUT ROWID;

-- outcome: the figures of one school, or of a comparator, in one part, as JSON (core/outcomes/figure.h).
CREATE TABLE outcome (
  subject TEXT NOT NULL,               -- A URN, or 'county', 'national', 'statistical_neighbours'.
  stage TEXT NOT NULL,
  year INTEGER NOT NULL,
  source TEXT NOT NULL,
  figures TEXT NOT NULL,
  PRIMARY KEY (subject, stage, year, source)
) WITHOUT ROWID;
