-- What core/storage/migrations/0011_outcomes.sql says.
CREATE TABLE outcome_list (
  only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
  measures bytewise NOT NULL,
  version bytewise NOT NULL
);

CREATE TABLE outcome_part (
  stage bytewise NOT NULL,
  year BIGINT NOT NULL,
  source bytewise NOT NULL,
  version bytewise NOT NULL,
  PRIMARY KEY (stage, year, source)
);

CREATE TABLE outcome (
  subject bytewise NOT NULL,
  stage bytewise NOT NULL,
  year BIGINT NOT NULL,
  source bytewise NOT NULL,
  figures bytewise NOT NULL,
  PRIMARY KEY (subject, stage, year, source)
);
