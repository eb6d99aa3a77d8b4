-- A chain that could be rewritten would prove nothing.
CREATE TRIGGER audit_hashes_no_update BEFORE UPDATE ON audit_hashes
BEGIN
  SELECT RAISE(ABORT, 'The audit trail is append-only: update of audit_hashes is refused');
END;
--> statement-breakpoint
CREATE TRIGGER audit_hashes_no_delete BEFORE DELETE ON audit_hashes
BEGIN
  SELECT RAISE(ABORT, 'The audit trail is append-only: delete of audit_hashes is refused');
END;
