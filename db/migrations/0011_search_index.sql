-- The full-text index over search_documents. It keeps no text of its own; letters with and without accents are one.
CREATE VIRTUAL TABLE search_index USING fts5(
  code, title, body, content='search_documents', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
--> statement-breakpoint
CREATE TRIGGER search_documents_indexed AFTER INSERT ON search_documents
BEGIN
  INSERT INTO search_index (rowid, code, title, body) VALUES (NEW.id, NEW.code, NEW.title, NEW.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_unindexed AFTER DELETE ON search_documents
BEGIN
  INSERT INTO search_index (search_index, rowid, code, title, body)
  VALUES ('delete', OLD.id, OLD.code, OLD.title, OLD.body);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_reindexed AFTER UPDATE OF code, title, body ON search_documents
BEGIN
  INSERT INTO search_index (search_index, rowid, code, title, body)
  VALUES ('delete', OLD.id, OLD.code, OLD.title, OLD.body);
  INSERT INTO search_index (rowid, code, title, body) VALUES (NEW.id, NEW.code, NEW.title, NEW.body);
END;
--> statement-breakpoint
-- Each thing that can be found, as it is written. These triggers name no table but their own and search_documents, so
-- that a later migration may make any of these tables anew; it then has to make its triggers anew as well.
CREATE TRIGGER goals_found_insert AFTER INSERT ON goals
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'goal', NEW.id, NEW.strategy_id, NULL, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|goal ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.short_name,
    trim(coalesce(NEW.statement || char(10), '') || coalesce(NEW.outline_statement || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER goals_found_update AFTER UPDATE ON goals
WHEN NEW.code IS NOT OLD.code
  OR NEW.short_name IS NOT OLD.short_name
  OR NEW.statement IS NOT OLD.statement
  OR NEW.outline_statement IS NOT OLD.outline_statement
BEGIN
  DELETE FROM search_documents WHERE kind = 'goal' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'goal', NEW.id, NEW.strategy_id, NULL, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|goal ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.short_name,
    trim(coalesce(NEW.statement || char(10), '') || coalesce(NEW.outline_statement || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER goals_found_delete AFTER DELETE ON goals
BEGIN
  DELETE FROM search_documents WHERE kind = 'goal' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER objectives_found_insert AFTER INSERT ON objectives
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'objective', NEW.id, NEW.strategy_id, NULL, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|objective ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.short_name,
    trim(coalesce(NEW.statement || char(10), '') || coalesce(NEW.outline_statement || char(10), '') || coalesce(NEW.justification_summary || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER objectives_found_update AFTER UPDATE ON objectives
WHEN NEW.code IS NOT OLD.code
  OR NEW.short_name IS NOT OLD.short_name
  OR NEW.statement IS NOT OLD.statement
  OR NEW.outline_statement IS NOT OLD.outline_statement
  OR NEW.justification_summary IS NOT OLD.justification_summary
BEGIN
  DELETE FROM search_documents WHERE kind = 'objective' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'objective', NEW.id, NEW.strategy_id, NULL, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|objective ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.short_name,
    trim(coalesce(NEW.statement || char(10), '') || coalesce(NEW.outline_statement || char(10), '') || coalesce(NEW.justification_summary || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL;
END;
--> statement-breakpoint
CREATE TRIGGER objectives_found_delete AFTER DELETE ON objectives
BEGIN
  DELETE FROM search_documents WHERE kind = 'objective' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_found_insert AFTER INSERT ON framework_elements
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'element', NEW.id, NULL, NEW.framework_id, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|' || lower(replace(replace(NEW.label, '.', ' '), '-', ' ')) || '|' ||
    lower(substr(NEW.label, 1, instr(NEW.label || ' ', ' '))) || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.label, trim(coalesce(NEW.text || char(10), '') || coalesce(NEW.quote || char(10), ''), char(10) || ' '), 0,
    0, NULL, NULL
  WHERE NEW.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_found_update AFTER UPDATE ON framework_elements
WHEN NEW.framework_id IS NOT OLD.framework_id
  OR NEW.code IS NOT OLD.code
  OR NEW.label IS NOT OLD.label
  OR NEW.text IS NOT OLD.text
  OR NEW.quote IS NOT OLD.quote
  OR NEW.removed_at IS NOT OLD.removed_at
BEGIN
  DELETE FROM search_documents WHERE kind = 'element' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'element', NEW.id, NULL, NEW.framework_id, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|' || lower(replace(replace(NEW.label, '.', ' '), '-', ' ')) || '|' ||
    lower(substr(NEW.label, 1, instr(NEW.label || ' ', ' '))) || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|',
    NEW.label, trim(coalesce(NEW.text || char(10), '') || coalesce(NEW.quote || char(10), ''), char(10) || ' '), 0,
    0, NULL, NULL
  WHERE NEW.removed_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER framework_elements_found_delete AFTER DELETE ON framework_elements
BEGIN
  DELETE FROM search_documents WHERE kind = 'element' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_found_insert AFTER INSERT ON indicator_values
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'entry', NEW.id, NEW.strategy_id, NEW.indicator_id, NEW.year, '', '', '',
    trim(coalesce(NEW.explanation || char(10), '') || coalesce(NEW.note || char(10), '') || coalesce(NEW.text || char(10), '') || coalesce(NEW.not_applicable_reason || char(10), ''), char(10) || ' '),
    NEW.state IN ('draft', 'returned'), NEW.illustrative, NULL, NULL
  WHERE (NEW.explanation IS NOT NULL OR NEW.note IS NOT NULL OR NEW.text IS NOT NULL OR NEW.not_applicable_reason IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_found_update AFTER UPDATE ON indicator_values
WHEN NEW.explanation IS NOT OLD.explanation
  OR NEW.note IS NOT OLD.note
  OR NEW.text IS NOT OLD.text
  OR NEW.not_applicable_reason IS NOT OLD.not_applicable_reason
  OR NEW.state IS NOT OLD.state
  OR NEW.illustrative IS NOT OLD.illustrative
BEGIN
  DELETE FROM search_documents WHERE kind = 'entry' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'entry', NEW.id, NEW.strategy_id, NEW.indicator_id, NEW.year, '', '', '',
    trim(coalesce(NEW.explanation || char(10), '') || coalesce(NEW.note || char(10), '') || coalesce(NEW.text || char(10), '') || coalesce(NEW.not_applicable_reason || char(10), ''), char(10) || ' '),
    NEW.state IN ('draft', 'returned'), NEW.illustrative, NULL, NULL
  WHERE (NEW.explanation IS NOT NULL OR NEW.note IS NOT NULL OR NEW.text IS NOT NULL OR NEW.not_applicable_reason IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_found_delete AFTER DELETE ON indicator_values
BEGIN
  DELETE FROM search_documents WHERE kind = 'entry' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER notes_found_insert AFTER INSERT ON notes
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'note', NEW.id, NULL, NEW.indicator_id, NEW.year, '', '', '', trim(NEW.text), 0, NEW.illustrative,
    NEW.person_id, NEW.at;
END;
--> statement-breakpoint
CREATE TRIGGER notes_found_update AFTER UPDATE ON notes
WHEN NEW.text IS NOT OLD.text
  OR NEW.year IS NOT OLD.year
BEGIN
  DELETE FROM search_documents WHERE kind = 'note' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'note', NEW.id, NULL, NEW.indicator_id, NEW.year, '', '', '', trim(NEW.text), 0, NEW.illustrative,
    NEW.person_id, NEW.at;
END;
--> statement-breakpoint
CREATE TRIGGER notes_found_delete AFTER DELETE ON notes
BEGIN
  DELETE FROM search_documents WHERE kind = 'note' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_found_insert AFTER INSERT ON comments
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'comment', NEW.id, NEW.strategy_id, NEW.indicator_id, NEW.year, '', '', '', trim(NEW.text), 0, 0,
    NEW.person_id, NEW.at;
END;
--> statement-breakpoint
CREATE TRIGGER comments_found_update AFTER UPDATE ON comments
WHEN NEW.text IS NOT OLD.text
BEGIN
  DELETE FROM search_documents WHERE kind = 'comment' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'comment', NEW.id, NEW.strategy_id, NEW.indicator_id, NEW.year, '', '', '', trim(NEW.text), 0, 0,
    NEW.person_id, NEW.at;
END;
--> statement-breakpoint
CREATE TRIGGER comments_found_delete AFTER DELETE ON comments
BEGIN
  DELETE FROM search_documents WHERE kind = 'comment' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER reviews_found_insert AFTER INSERT ON reviews
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review', NEW.id, NEW.strategy_id, NULL, NEW.year, '', '', '',
    trim(coalesce(NEW.summary || char(10), '') || coalesce(NEW.jsp_statement || char(10), ''), char(10) || ' '), 0,
    NEW.illustrative, NULL, NULL
  WHERE (NEW.summary IS NOT NULL OR NEW.jsp_statement IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER reviews_found_update AFTER UPDATE ON reviews
WHEN NEW.summary IS NOT OLD.summary
  OR NEW.jsp_statement IS NOT OLD.jsp_statement
  OR NEW.illustrative IS NOT OLD.illustrative
BEGIN
  DELETE FROM search_documents WHERE kind = 'review' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review', NEW.id, NEW.strategy_id, NULL, NEW.year, '', '', '',
    trim(coalesce(NEW.summary || char(10), '') || coalesce(NEW.jsp_statement || char(10), ''), char(10) || ' '), 0,
    NEW.illustrative, NULL, NULL
  WHERE (NEW.summary IS NOT NULL OR NEW.jsp_statement IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER reviews_found_delete AFTER DELETE ON reviews
BEGIN
  DELETE FROM search_documents WHERE kind = 'review' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER review_sections_found_insert AFTER INSERT ON review_sections
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review_section', NEW.id, NULL, NEW.review_id, NULL, '', '', '',
    trim(coalesce(NEW.narrative || char(10), '') || coalesce(NEW.decisions || char(10), '') || coalesce(NEW.departure_reason || char(10), ''), char(10) || ' '),
    0, NEW.illustrative, NULL, NULL
  WHERE (NEW.narrative IS NOT NULL OR NEW.decisions IS NOT NULL OR NEW.departure_reason IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER review_sections_found_update AFTER UPDATE ON review_sections
WHEN NEW.narrative IS NOT OLD.narrative
  OR NEW.decisions IS NOT OLD.decisions
  OR NEW.departure_reason IS NOT OLD.departure_reason
  OR NEW.illustrative IS NOT OLD.illustrative
BEGIN
  DELETE FROM search_documents WHERE kind = 'review_section' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review_section', NEW.id, NULL, NEW.review_id, NULL, '', '', '',
    trim(coalesce(NEW.narrative || char(10), '') || coalesce(NEW.decisions || char(10), '') || coalesce(NEW.departure_reason || char(10), ''), char(10) || ' '),
    0, NEW.illustrative, NULL, NULL
  WHERE (NEW.narrative IS NOT NULL OR NEW.decisions IS NOT NULL OR NEW.departure_reason IS NOT NULL);
END;
--> statement-breakpoint
CREATE TRIGGER review_sections_found_delete AFTER DELETE ON review_sections
BEGIN
  DELETE FROM search_documents WHERE kind = 'review_section' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER people_found_insert AFTER INSERT ON people
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'person', NEW.id, NULL, NULL, NULL, '', '|' || lower(NEW.name) || '|', NEW.name,
    trim(coalesce(NEW.title || char(10), '') || coalesce(NEW.section || char(10), ''), char(10) || ' '), 0, 0,
    NULL, NULL
  WHERE NEW.active = 1;
END;
--> statement-breakpoint
CREATE TRIGGER people_found_update AFTER UPDATE ON people
WHEN NEW.name IS NOT OLD.name
  OR NEW.title IS NOT OLD.title
  OR NEW.section IS NOT OLD.section
  OR NEW.active IS NOT OLD.active
BEGIN
  DELETE FROM search_documents WHERE kind = 'person' AND subject_id = OLD.id;
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'person', NEW.id, NULL, NULL, NULL, '', '|' || lower(NEW.name) || '|', NEW.name,
    trim(coalesce(NEW.title || char(10), '') || coalesce(NEW.section || char(10), ''), char(10) || ' '), 0, 0,
    NULL, NULL
  WHERE NEW.active = 1;
END;
--> statement-breakpoint
CREATE TRIGGER people_found_delete AFTER DELETE ON people
BEGIN
  DELETE FROM search_documents WHERE kind = 'person' AND subject_id = OLD.id;
END;
--> statement-breakpoint
-- An indicator's words stand in its definition; the one written last is in force.
CREATE TRIGGER indicators_found_insert AFTER INSERT ON indicators
BEGIN
  INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  VALUES ('indicator', NEW.id, NEW.strategy_id, NULL, NULL, NEW.code,
    '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|indicator ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|', '', '', 0, 0, NULL, NULL);
END;
--> statement-breakpoint
CREATE TRIGGER indicators_found_update AFTER UPDATE ON indicators
WHEN NEW.code IS NOT OLD.code
BEGIN
  UPDATE search_documents SET code = NEW.code,
    keys = '|' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|indicator ' || lower(replace(replace(NEW.code, '.', ' '), '-', ' ')) || '|'
  WHERE kind = 'indicator' AND subject_id = NEW.id;
END;
--> statement-breakpoint
CREATE TRIGGER indicators_found_delete AFTER DELETE ON indicators
BEGIN
  DELETE FROM search_documents WHERE kind = 'indicator' AND subject_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER indicator_definitions_found_insert AFTER INSERT ON indicator_definitions
BEGIN
  UPDATE search_documents SET
    title = json_extract(NEW.definition, '$.name'),
    body = trim(coalesce(json_extract(NEW.definition, '$.definition') || char(10), '') || coalesce(json_extract(NEW.definition, '$.dataSource') || char(10), '') || coalesce(json_extract(NEW.definition, '$.collectionMethod') || char(10), '') || coalesce(json_extract(NEW.definition, '$.limitations') || char(10), '') || coalesce(json_extract(NEW.definition, '$.reference.code') || char(10), '') || coalesce(json_extract(NEW.definition, '$.owner') || char(10), ''), char(10) || ' ')
  WHERE kind = 'indicator' AND subject_id = NEW.indicator_id;
END;
--> statement-breakpoint
-- What was there before it could be found.
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'goal', id, strategy_id, NULL, NULL, code,
    '|' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|goal ' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|',
    short_name,
    trim(coalesce(statement || char(10), '') || coalesce(outline_statement || char(10), ''), char(10) || ' '), 0,
    0, NULL, NULL
  FROM goals;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'objective', id, strategy_id, NULL, NULL, code,
    '|' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|objective ' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|',
    short_name,
    trim(coalesce(statement || char(10), '') || coalesce(outline_statement || char(10), '') || coalesce(justification_summary || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL
  FROM objectives;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'element', id, NULL, framework_id, NULL, code,
    '|' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|' || lower(replace(replace(label, '.', ' '), '-', ' ')) || '|' ||
    lower(substr(label, 1, instr(label || ' ', ' '))) || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|',
    label, trim(coalesce(text || char(10), '') || coalesce(quote || char(10), ''), char(10) || ' '), 0, 0, NULL,
    NULL
  FROM framework_elements
  WHERE removed_at IS NULL;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'entry', id, strategy_id, indicator_id, year, '', '', '',
    trim(coalesce(explanation || char(10), '') || coalesce(note || char(10), '') || coalesce(text || char(10), '') || coalesce(not_applicable_reason || char(10), ''), char(10) || ' '),
    state IN ('draft', 'returned'), illustrative, NULL, NULL
  FROM indicator_values
  WHERE (explanation IS NOT NULL OR note IS NOT NULL OR text IS NOT NULL OR not_applicable_reason IS NOT NULL);
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'note', id, NULL, indicator_id, year, '', '', '', trim(text), 0, illustrative, person_id, at
  FROM notes;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'comment', id, strategy_id, indicator_id, year, '', '', '', trim(text), 0, 0, person_id, at
  FROM comments;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review', id, strategy_id, NULL, year, '', '', '',
    trim(coalesce(summary || char(10), '') || coalesce(jsp_statement || char(10), ''), char(10) || ' '), 0,
    illustrative, NULL, NULL
  FROM reviews
  WHERE (summary IS NOT NULL OR jsp_statement IS NOT NULL);
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'review_section', id, NULL, review_id, NULL, '', '', '',
    trim(coalesce(narrative || char(10), '') || coalesce(decisions || char(10), '') || coalesce(departure_reason || char(10), ''), char(10) || ' '),
    0, illustrative, NULL, NULL
  FROM review_sections
  WHERE (narrative IS NOT NULL OR decisions IS NOT NULL OR departure_reason IS NOT NULL);
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'person', id, NULL, NULL, NULL, '', '|' || lower(name) || '|', name,
    trim(coalesce(title || char(10), '') || coalesce(section || char(10), ''), char(10) || ' '), 0, 0, NULL, NULL
  FROM people
  WHERE active = 1;
--> statement-breakpoint
INSERT INTO search_documents
    (kind, subject_id, strategy_id, parent_id, year, code, keys,
    title, body, withheld, illustrative, person_id, at)
  SELECT 'indicator', indicators.id, strategy_id, NULL, NULL, code,
    '|' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|indicator ' || lower(replace(replace(code, '.', ' '), '-', ' ')) || '|',
    json_extract(definition, '$.name'),
    trim(coalesce(json_extract(definition, '$.definition') || char(10), '') || coalesce(json_extract(definition, '$.dataSource') || char(10), '') || coalesce(json_extract(definition, '$.collectionMethod') || char(10), '') || coalesce(json_extract(definition, '$.limitations') || char(10), '') || coalesce(json_extract(definition, '$.reference.code') || char(10), '') || coalesce(json_extract(definition, '$.owner') || char(10), ''), char(10) || ' '),
    0, 0, NULL, NULL
  FROM indicators
  JOIN indicator_definitions ON indicator_id = indicators.id AND number = definition_number;
