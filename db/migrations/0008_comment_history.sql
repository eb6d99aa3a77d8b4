CREATE TABLE `comment_moves` (
	`comment_id` text NOT NULL,
	`number` integer NOT NULL,
	`moved_to` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`comment_id`, `number`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mention_receipts` (
	`comment_id` text NOT NULL,
	`receiver_id` text NOT NULL,
	`mailed_at` text,
	`seen_at` text,
	PRIMARY KEY(`comment_id`, `receiver_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mention_receipts_receiver` ON `mention_receipts` (`receiver_id`);