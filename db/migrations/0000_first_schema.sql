CREATE TABLE `framework_elements` (
	`id` text PRIMARY KEY NOT NULL,
	`framework_id` text NOT NULL,
	`parent_id` text,
	`code` text NOT NULL,
	`level` text NOT NULL,
	`label` text NOT NULL,
	`text` text,
	`quote` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`framework_id`) REFERENCES `frameworks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_elements_code` ON `framework_elements` (`framework_id`,`code`);--> statement-breakpoint
CREATE TABLE `frameworks` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `frameworks_code` ON `frameworks` (`strategy_id`,`code`);--> statement-breakpoint
CREATE TABLE `linkages` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`element_id` text NOT NULL,
	`strength` text NOT NULL,
	`quote` text,
	`summary` text,
	`position` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`element_id`) REFERENCES `framework_elements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `linkages_strategy` ON `linkages` (`strategy_id`);--> statement-breakpoint
CREATE INDEX `linkages_subject` ON `linkages` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `indicator_definitions` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`reason` text,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_definitions_number` ON `indicator_definitions` (`indicator_id`,`number`);--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`definition_number` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicators_code` ON `indicators` (`strategy_id`,`code`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`illustrative` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_indicator` ON `notes` (`indicator_id`,`year`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title` text NOT NULL,
	`email` text,
	`section` text,
	`persona` text,
	`position` integer NOT NULL,
	`active` integer NOT NULL,
	`illustrative` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_persona` ON `people` (`persona`);--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`short_name` text NOT NULL,
	`statement` text NOT NULL,
	`outline_statement` text,
	`supports_goals` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `goals_code` ON `goals` (`strategy_id`,`code`);--> statement-breakpoint
CREATE TABLE `objectives` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`strategy_id` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`short_name` text NOT NULL,
	`statement` text NOT NULL,
	`outline_statement` text,
	`justification_summary` text NOT NULL,
	`data_sources` text NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `objectives_code` ON `objectives` (`strategy_id`,`code`);--> statement-breakpoint
CREATE INDEX `objectives_goal` ON `objectives` (`goal_id`);--> statement-breakpoint
CREATE TABLE `office_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`goal_id` text NOT NULL,
	`position` integer NOT NULL,
	`fact` text NOT NULL,
	`value` text NOT NULL,
	`unit` text NOT NULL,
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`goal_id`) REFERENCES `goals`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `office_facts_goal` ON `office_facts` (`goal_id`);--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`summary` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_code` ON `sections` (`strategy_id`,`code`);--> statement-breakpoint
CREATE TABLE `strategies` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`first_year` integer NOT NULL,
	`last_year` integer NOT NULL,
	`vision` text NOT NULL,
	`mission_summary` text NOT NULL,
	`organization` text NOT NULL,
	`acronym` text NOT NULL,
	`parent` text NOT NULL,
	`source_title` text NOT NULL,
	`approved_on` text NOT NULL,
	`last_updated_on` text NOT NULL,
	`marking` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `corrective_action_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`action_id` text NOT NULL,
	`number` integer NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`text` text NOT NULL,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `corrective_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `corrective_action_updates_number` ON `corrective_action_updates` (`action_id`,`number`);--> statement-breakpoint
CREATE TABLE `corrective_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`opened_year` integer NOT NULL,
	`what` text NOT NULL,
	`who` text NOT NULL,
	`due_on` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrective_actions_objective` ON `corrective_actions` (`strategy_id`,`objective_id`);--> statement-breakpoint
CREATE TABLE `review_section_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`review_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`vintage` integer NOT NULL,
	`action` text NOT NULL,
	`state` text NOT NULL,
	`assessment` text,
	`departure_reason` text,
	`narrative` text,
	`decisions` text,
	`evidence` text NOT NULL,
	`return_note` text,
	`submitted_by` text,
	`cleared_by` text,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `review_sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_section_vintages_number` ON `review_section_vintages` (`section_id`,`vintage`);--> statement-breakpoint
CREATE INDEX `review_section_vintages_review` ON `review_section_vintages` (`review_id`);--> statement-breakpoint
CREATE TABLE `review_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`objective_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`assessment` text,
	`departure_reason` text,
	`narrative` text,
	`decisions` text,
	`evidence` text NOT NULL,
	`return_note` text,
	`submitted_by` text,
	`cleared_by` text,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`objective_id`) REFERENCES `objectives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_sections_objective` ON `review_sections` (`review_id`,`objective_id`);--> statement-breakpoint
CREATE TABLE `review_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`vintage` integer NOT NULL,
	`action` text NOT NULL,
	`reason` text,
	`state` text NOT NULL,
	`number` integer NOT NULL,
	`summary` text,
	`jsp_statement` text,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_vintages_number` ON `review_vintages` (`review_id`,`vintage`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`sent_by` text,
	`state` text NOT NULL,
	`number` integer NOT NULL,
	`summary` text,
	`jsp_statement` text,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_year` ON `reviews` (`strategy_id`,`year`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`sha256` text NOT NULL,
	`signed_by` text NOT NULL,
	`illustrative` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number` ON `snapshots` (`review_id`,`number`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`strategy_id` text,
	`before` text,
	`after` text
);
--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `target_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`value` text,
	`low` text,
	`high` text,
	`no_target_reason` text,
	`reason` text,
	`after_result` integer NOT NULL,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_vintages_number` ON `target_vintages` (`indicator_id`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `targets` (
	`id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`initial_value` text,
	`initial_low` text,
	`initial_high` text,
	`value` text,
	`low` text,
	`high` text,
	`no_target_reason` text,
	`reason` text,
	`after_result` integer NOT NULL,
	`illustrative` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `targets_indicator_year` ON `targets` (`indicator_id`,`year`);--> statement-breakpoint
CREATE UNIQUE INDEX `targets_strategy` ON `targets` (`strategy_id`,`indicator_id`,`year`);--> statement-breakpoint
CREATE TABLE `breakdown_rows` (
	`breakdown_id` text NOT NULL,
	`dimension` text NOT NULL,
	`category` text NOT NULL,
	`value` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`breakdown_id`, `dimension`, `category`),
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdowns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `breakdown_totals` (
	`breakdown_id` text NOT NULL,
	`dimension` text NOT NULL,
	`total` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`breakdown_id`, `dimension`),
	FOREIGN KEY (`breakdown_id`) REFERENCES `breakdowns`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `breakdowns` (
	`id` text PRIMARY KEY NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	`illustrative` integer NOT NULL,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `breakdowns_indicator` ON `breakdowns` (`indicator_id`,`year`);--> statement-breakpoint
CREATE TABLE `value_vintages` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`action` text NOT NULL,
	`reason` text,
	`strategy_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`text` text,
	`chosen_rating` text,
	`measured_on` text,
	`source` text,
	`verification` text,
	`explanation` text,
	`note` text,
	`not_applicable_reason` text,
	`return_note` text,
	`breakdown_id` text,
	`submitted_by` text,
	`illustrative` integer NOT NULL,
	`restated` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `value_vintages_number` ON `value_vintages` (`indicator_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `value_vintages_strategy` ON `value_vintages` (`strategy_id`,`at`);--> statement-breakpoint
CREATE TABLE `indicator_values` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`strategy_id` text NOT NULL,
	`indicator_id` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`text` text,
	`chosen_rating` text,
	`measured_on` text,
	`source` text,
	`verification` text,
	`explanation` text,
	`note` text,
	`not_applicable_reason` text,
	`return_note` text,
	`breakdown_id` text,
	`submitted_by` text,
	`illustrative` integer NOT NULL,
	`restated` integer NOT NULL,
	`person_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_values_indicator_year` ON `indicator_values` (`indicator_id`,`year`);--> statement-breakpoint
CREATE INDEX `indicator_values_strategy` ON `indicator_values` (`strategy_id`,`year`);