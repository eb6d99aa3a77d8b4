ALTER TABLE `review_section_vintages` ADD `files` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `review_sections` ADD `files` text DEFAULT '[]' NOT NULL;