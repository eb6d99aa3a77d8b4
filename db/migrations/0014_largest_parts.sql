ALTER TABLE `breakdown_totals` ADD `largest` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `breakdown_totals` ADD `largest_category` text DEFAULT '' NOT NULL;