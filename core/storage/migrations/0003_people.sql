-- person: the name of everybody whose writing came to this tablet, and of its own adviser, so that names are shown and
-- never ids. The county's server keeps its people with their accounts instead.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;
