-- What stood before history was kept is version 1, as the public record brought it in.
INSERT INTO framework_element_vintages
  (id, element_id, number, parent_id, level, label, text, quote, position, removed, person_id, at)
SELECT element.id || '/vintage/1', element.id, 1, element.parent_id, element.level, element.label, element.text,
  element.quote, element.position, 0, 'published-record', strategy.created_at
FROM framework_elements element
JOIN frameworks framework ON framework.id = element.framework_id
JOIN strategies strategy ON strategy.id = framework.strategy_id;
--> statement-breakpoint
INSERT INTO linkage_vintages
  (id, linkage_id, strategy_id, number, subject_kind, subject_id, element_id, strength, quote, summary, removed,
  reason, person_id, at)
SELECT id || '/vintage/' || version, id, strategy_id, version, subject_kind, subject_id, element_id, strength, quote,
  summary, 0, NULL, 'published-record', created_at
FROM linkages;
--> statement-breakpoint
CREATE TRIGGER framework_element_vintages_no_update BEFORE UPDATE ON framework_element_vintages
BEGIN
  SELECT RAISE(ABORT, 'Framework elements keep every version: update of framework_element_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER framework_element_vintages_no_delete BEFORE DELETE ON framework_element_vintages
BEGIN
  SELECT RAISE(ABORT, 'Framework elements keep every version: delete of framework_element_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER linkage_vintages_no_update BEFORE UPDATE ON linkage_vintages
BEGIN
  SELECT RAISE(ABORT, 'Linkages keep every version: update of linkage_vintages is refused');
END;
--> statement-breakpoint
CREATE TRIGGER linkage_vintages_no_delete BEFORE DELETE ON linkage_vintages
BEGIN
  SELECT RAISE(ABORT, 'Linkages keep every version: delete of linkage_vintages is refused');
END;
