CREATE TABLE `framework_element_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`element_id` text NOT NULL,
	`number` integer NOT NULL,
	`parent_id` text,
	`level` text NOT NULL,
	`label` text NOT NULL,
	`text` text,
	`quote` text,
	`position` integer NOT NULL,
	`removed` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`element_id`) REFERENCES `framework_elements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_element_vintages_number` ON `framework_element_vintages` (`element_id`,`number`);--> statement-breakpoint
CREATE TABLE `linkage_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`linkage_id` text NOT NULL,
	`strategy_id` text NOT NULL,
	`number` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`element_id` text NOT NULL,
	`strength` text NOT NULL,
	`quote` text,
	`summary` text,
	`removed` integer NOT NULL,
	`reason` text,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`linkage_id`) REFERENCES `linkages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`element_id`) REFERENCES `framework_elements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `linkage_vintages_number` ON `linkage_vintages` (`linkage_id`,`number`);--> statement-breakpoint
CREATE INDEX `linkage_vintages_strategy` ON `linkage_vintages` (`strategy_id`);--> statement-breakpoint
ALTER TABLE `framework_elements` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `framework_elements` ADD `removed_at` text;--> statement-breakpoint
ALTER TABLE `frameworks` ADD `version` integer DEFAULT 1 NOT NULL;