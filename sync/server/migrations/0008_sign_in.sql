-- Sign-in with the county's own accounts, by OpenID Connect (sync/server/sign_in_desk.h).

-- sign_in_provider: the county's identity provider; no row while there is none. The addresses are what it said of itself when it was named.
CREATE TABLE sign_in_provider (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  issuer TEXT NOT NULL,
  client TEXT NOT NULL,                 -- What Kitbag is called there,
  secret TEXT NOT NULL,                 -- and by what it is known to be that.
  claim TEXT NOT NULL,                  -- Which part of what it says of a person tells the role.
  scope TEXT NOT NULL,                  -- What it is asked for beside 'openid'.
  public_address TEXT NOT NULL,         -- Where people reach this county: 'https://kitbag.example'
  authorization_address TEXT NOT NULL,
  token_address TEXT NOT NULL,
  keys_address TEXT NOT NULL,
  secret_in_body INTEGER NOT NULL       -- 1 where it takes the secret in no header.
);

-- sign_in_role: which value of the claim gives which role. The first that a person has counts.
CREATE TABLE sign_in_role (
  position INTEGER PRIMARY KEY,
  value TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL
);

-- sign_in_attempt: sign-ins that were begun and are not over. Everything else about one is in its browser.
CREATE TABLE sign_in_attempt (
  state_hash TEXT PRIMARY KEY,
  expires INTEGER NOT NULL
);

-- sign_in_account: who at the provider is which adviser. One person is another adviser in another role, as everywhere, and the same with
-- another provider that the county has changed to.
CREATE TABLE sign_in_account (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,                -- Who it is there, for ever.
  role TEXT NOT NULL,
  adviser TEXT NOT NULL REFERENCES adviser (id),
  created INTEGER NOT NULL,
  last_sign_in INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject, role),
  UNIQUE (issuer, adviser)
);

-- Whose code it is; null for one that the office made, which is for whoever types a name.
ALTER TABLE enrolment_code ADD COLUMN adviser TEXT REFERENCES adviser (id);
