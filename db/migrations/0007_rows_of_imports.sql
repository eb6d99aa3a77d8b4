CREATE TABLE `import_blocks` (
	`import_id` text NOT NULL,
	`number` integer NOT NULL,
	`counts` text NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`import_id`, `number`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
