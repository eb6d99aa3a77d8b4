CREATE TABLE `setting_vintages` (
	`key` text NOT NULL,
	`version` integer NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL,
	`person_id` text,
	`reason` text,
	PRIMARY KEY(`key`, `version`)
);
