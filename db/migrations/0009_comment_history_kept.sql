-- Earlier comings and goings of a comment are not known; its last resolving is.
INSERT INTO comment_moves (comment_id, number, moved_to, person_id, at)
SELECT id, version, 'resolved', resolved_by, resolved_at FROM comments
WHERE resolved_by IS NOT NULL AND resolved_at IS NOT NULL;
--> statement-breakpoint
-- Whether a mention was read was not kept: each is unread once.
INSERT OR IGNORE INTO mention_receipts (comment_id, receiver_id)
SELECT comments.id, people.id FROM comments, json_each(comments.mentions) AS named
JOIN people ON people.id = named.value
WHERE people.id <> comments.person_id;
--> statement-breakpoint
CREATE TRIGGER comment_moves_no_update BEFORE UPDATE ON comment_moves
BEGIN
  SELECT RAISE(ABORT, 'Discussions keep their history: update of comment_moves is refused');
END;
--> statement-breakpoint
CREATE TRIGGER comment_moves_no_delete BEFORE DELETE ON comment_moves
BEGIN
  SELECT RAISE(ABORT, 'Discussions keep their history: delete of comment_moves is refused');
END;
