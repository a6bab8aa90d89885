-- picture_receipt: pictures that the county has whole, as it said when it had stored them; also of those that came from it. A row goes
-- with its picture, and all go when the county's records were put back from an older copy: then it is asked anew. At the county, empty.
CREATE TABLE picture_receipt (
  content TEXT PRIMARY KEY,
  number TEXT NOT NULL,           -- "P-000003-9f3c"
  at TEXT NOT NULL                -- "2026-11-23T14:02:05.123Z"
) WITHOUT ROWID;

CREATE INDEX photo_by_content ON photo (content);
