-- One number that rises whenever the plan, its people or its settings change, however that is written.
INSERT INTO counters (name, value) VALUES ('plan_version', 1) ON CONFLICT (name) DO NOTHING;
--> statement-breakpoint
CREATE TRIGGER strategies_plan_insert AFTER INSERT ON strategies
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER strategies_plan_update AFTER UPDATE ON strategies
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER strategies_plan_delete AFTER DELETE ON strategies
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER sections_plan_insert AFTER INSERT ON sections
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER sections_plan_update AFTER UPDATE ON sections
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER sections_plan_delete AFTER DELETE ON sections
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER goals_plan_insert AFTER INSERT ON goals
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER goals_plan_update AFTER UPDATE ON goals
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER goals_plan_delete AFTER DELETE ON goals
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER objectives_plan_insert AFTER INSERT ON objectives
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER objectives_plan_update AFTER UPDATE ON objectives
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER objectives_plan_delete AFTER DELETE ON objectives
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicators_plan_insert AFTER INSERT ON indicators
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicators_plan_update AFTER UPDATE ON indicators
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicators_plan_delete AFTER DELETE ON indicators
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_plan_insert AFTER INSERT ON indicator_definitions
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_plan_update AFTER UPDATE ON indicator_definitions
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_plan_delete AFTER DELETE ON indicator_definitions
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER frameworks_plan_insert AFTER INSERT ON frameworks
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER frameworks_plan_update AFTER UPDATE ON frameworks
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER frameworks_plan_delete AFTER DELETE ON frameworks
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_plan_insert AFTER INSERT ON framework_elements
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_plan_update AFTER UPDATE ON framework_elements
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_plan_delete AFTER DELETE ON framework_elements
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER linkages_plan_insert AFTER INSERT ON linkages
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER linkages_plan_update AFTER UPDATE ON linkages
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER linkages_plan_delete AFTER DELETE ON linkages
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER people_plan_insert AFTER INSERT ON people
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER people_plan_update AFTER UPDATE ON people
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER people_plan_delete AFTER DELETE ON people
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER settings_plan_insert AFTER INSERT ON settings
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER settings_plan_update AFTER UPDATE ON settings
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
--> statement-breakpoint
CREATE TRIGGER settings_plan_delete AFTER DELETE ON settings
BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'plan_version';
END;
