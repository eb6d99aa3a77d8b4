CREATE TABLE `part_origins` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`kind` text NOT NULL,
	`identifier` text NOT NULL,
	`kept` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `part_origins_strategy` ON `part_origins` (`strategy_id`);