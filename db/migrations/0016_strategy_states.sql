ALTER TABLE `indicators` ADD `predecessor_id` text;--> statement-breakpoint
ALTER TABLE `strategies` ADD `state` text DEFAULT 'in_force' NOT NULL;