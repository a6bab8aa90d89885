-- What sync/server/migrations/0008_sign_in.sql says.
CREATE TABLE sign_in_provider (
  only_row BIGINT PRIMARY KEY CHECK (only_row = 1),
  issuer bytewise NOT NULL,
  client bytewise NOT NULL,
  secret bytewise NOT NULL,
  claim bytewise NOT NULL,
  scope bytewise NOT NULL,
  public_address bytewise NOT NULL,
  authorization_address bytewise NOT NULL,
  token_address bytewise NOT NULL,
  keys_address bytewise NOT NULL,
  secret_in_body BIGINT NOT NULL
);

CREATE TABLE sign_in_role (
  position BIGINT PRIMARY KEY,
  value bytewise NOT NULL UNIQUE,
  role bytewise NOT NULL
);

CREATE TABLE sign_in_attempt (
  state_hash bytewise PRIMARY KEY,
  expires BIGINT NOT NULL
);

CREATE TABLE sign_in_account (
  issuer bytewise NOT NULL,
  subject bytewise NOT NULL,
  role bytewise NOT NULL,
  adviser bytewise NOT NULL REFERENCES adviser (id),
  created BIGINT NOT NULL,
  last_sign_in BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject, role),
  UNIQUE (issuer, adviser)
);

ALTER TABLE enrolment_code ADD COLUMN adviser bytewise REFERENCES adviser (id);
