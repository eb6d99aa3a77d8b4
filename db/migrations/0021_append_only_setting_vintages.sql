-- What a setting was is never rewritten: a change adds the next version.
CREATE TRIGGER setting_vintages_no_update BEFORE UPDATE ON setting_vintages
BEGIN
  SELECT RAISE(ABORT, 'Settings keep every vintage: update of setting_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER setting_vintages_no_delete BEFORE DELETE ON setting_vintages
BEGIN
  SELECT RAISE(ABORT, 'Settings keep every vintage: delete of setting_vintages is refused');
END;
