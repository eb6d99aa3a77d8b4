CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`strategy_id` text,
	`parent_id` text,
	`year` integer,
	`code` text NOT NULL,
	`keys` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`withheld` integer NOT NULL,
	`illustrative` integer NOT NULL,
	`person_id` text,
	`at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_subject` ON `search_documents` (`kind`,`subject_id`);