-- No mistake of ours alters the audit: the database itself refuses. In a file of its own because each engine says this in its own words.
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_write_stays BEFORE UPDATE ON audit_write BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_write_is_kept BEFORE DELETE ON audit_write BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
