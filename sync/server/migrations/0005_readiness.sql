-- readiness: one row, written when whatever watches the server asks whether it can write.
CREATE TABLE readiness (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  checked INTEGER NOT NULL              -- When; another each time, because a row that stays the same is not written.
);
