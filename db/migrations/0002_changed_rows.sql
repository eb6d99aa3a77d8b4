DROP INDEX `targets_strategy`;--> statement-breakpoint
ALTER TABLE `targets` ADD `changed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `targets_changed` ON `targets` (`strategy_id`,`changed`);--> statement-breakpoint
DROP INDEX `indicator_values_strategy`;--> statement-breakpoint
ALTER TABLE `indicator_values` ADD `changed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `indicator_values_changed` ON `indicator_values` (`strategy_id`,`changed`);