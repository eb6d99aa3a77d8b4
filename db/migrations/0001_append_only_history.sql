-- History is only added to: the database itself refuses to change or remove it.
CREATE TRIGGER value_vintages_no_update BEFORE UPDATE ON value_vintages
BEGIN
  SELECT RAISE(ABORT, 'Values keep every vintage: update of value_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER value_vintages_no_delete BEFORE DELETE ON value_vintages
BEGIN
  SELECT RAISE(ABORT, 'Values keep every vintage: delete of value_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER target_vintages_no_update BEFORE UPDATE ON target_vintages
BEGIN
  SELECT RAISE(ABORT, 'Targets keep every vintage: update of target_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER target_vintages_no_delete BEFORE DELETE ON target_vintages
BEGIN
  SELECT RAISE(ABORT, 'Targets keep every vintage: delete of target_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_no_update BEFORE UPDATE ON indicator_definitions
BEGIN
  SELECT RAISE(ABORT, 'Definitions keep every version: update of indicator_definitions is refused');
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_no_delete BEFORE DELETE ON indicator_definitions
BEGIN
  SELECT RAISE(ABORT, 'Definitions keep every version: delete of indicator_definitions is refused');
END;
--> statement-breakpoint
CREATE TRIGGER review_vintages_no_update BEFORE UPDATE ON review_vintages
BEGIN
  SELECT RAISE(ABORT, 'Reviews keep every version: update of review_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER review_vintages_no_delete BEFORE DELETE ON review_vintages
BEGIN
  SELECT RAISE(ABORT, 'Reviews keep every version: delete of review_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER review_section_vintages_no_update BEFORE UPDATE ON review_section_vintages
BEGIN
  SELECT RAISE(ABORT, 'Review sections keep every version: update of review_section_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER review_section_vintages_no_delete BEFORE DELETE ON review_section_vintages
BEGIN
  SELECT RAISE(ABORT, 'Review sections keep every version: delete of review_section_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER corrective_action_updates_no_update BEFORE UPDATE ON corrective_action_updates
BEGIN
  SELECT RAISE(ABORT, 'Corrective actions keep their story: update of corrective_action_updates is refused');
END;
--> statement-breakpoint
CREATE TRIGGER corrective_action_updates_no_delete BEFORE DELETE ON corrective_action_updates
BEGIN
  SELECT RAISE(ABORT, 'Corrective actions keep their story: delete of corrective_action_updates is refused');
END;
--> statement-breakpoint
CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots
BEGIN
  SELECT RAISE(ABORT, 'A signed review never changes: update of snapshots is refused');
END;
--> statement-breakpoint
CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots
BEGIN
  SELECT RAISE(ABORT, 'A signed review never changes: delete of snapshots is refused');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'The audit trail is append-only: update of audit_entries is refused');
END;
--> statement-breakpoint
CREATE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'The audit trail is append-only: delete of audit_entries is refused');
END;
--> statement-breakpoint
CREATE TRIGGER breakdown_rows_no_update BEFORE UPDATE ON breakdown_rows
BEGIN
  SELECT RAISE(ABORT, 'A breakdown is replaced as a whole, never changed: update of breakdown_rows is refused');
END;
--> statement-breakpoint
CREATE TRIGGER breakdown_rows_no_delete BEFORE DELETE ON breakdown_rows
BEGIN
  SELECT RAISE(ABORT, 'A breakdown is replaced as a whole, never changed: delete of breakdown_rows is refused');
END;
--> statement-breakpoint
CREATE TRIGGER breakdowns_no_update BEFORE UPDATE ON breakdowns
BEGIN
  SELECT RAISE(ABORT, 'A breakdown is replaced as a whole, never changed: update of breakdowns is refused');
END;
--> statement-breakpoint
CREATE TRIGGER breakdowns_no_delete BEFORE DELETE ON breakdowns
BEGIN
  SELECT RAISE(ABORT, 'A breakdown is replaced as a whole, never changed: delete of breakdowns is refused');
END;
