-- change.proof: what the county made of this change when it took it and only the county can make, so that it takes it again from any
-- tablet after its records were put back from an older copy. '' for one that it has not taken, or took before there were proofs.
ALTER TABLE change ADD COLUMN proof TEXT NOT NULL DEFAULT '';

-- receipt.chain: at the county, a hash of the change's id and of the chain before it, so that whoever knows one knows all that was before.
-- Of what it took before there were chains, and on a tablet, ''.
ALTER TABLE receipt ADD COLUMN chain TEXT NOT NULL DEFAULT '';

-- unconfirmed: changes that the county had taken and may have lost since. Each that it hands out goes from here; those left when it
-- has handed out all are sent to it again.
CREATE TABLE unconfirmed (
  change INTEGER PRIMARY KEY REFERENCES change (position)
);

-- withdrawn: changes of this tablet that count for nothing, because the county could not take them as they were stamped (the tablet's
-- clock was ahead) and the same was written anew. They stay in the log.
CREATE TABLE withdrawn (
  change INTEGER PRIMARY KEY REFERENCES change (position),
  anew TEXT NOT NULL              -- The id of the change that says the same.
);
