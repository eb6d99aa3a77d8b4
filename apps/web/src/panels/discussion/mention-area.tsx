import { classes } from '../../ui/classes.ts';
import { TextArea } from '../../ui/text-field.tsx';
import type { DiscussionOfYear } from './discussion-queries.ts';
import { optionId, useMentions } from './use-mentions.ts';

type MentionAreaProps = {
  readonly text: string;
  readonly people: DiscussionOfYear['people'];
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
};

/** A text in which an @ opens a list of people. */
export const MentionArea = ({ text, people, error, onText }: MentionAreaProps) => {
  const { listId, area, found, current, look, pick, close, onKeyDown } = useMentions({ text, people, onText });
  const isOpen = found.length > 0;
  return (
    <div className="mention-area">
      <TextArea
        ref={area}
        label="Comment"
        hint="Everyone who signs in can read it. Type @ to mention someone."
        rows={3}
        maxLength={4000}
        value={text}
        error={error}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(listId, current) : undefined}
        onChange={(event) => {
          onText(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {isOpen && (
        <div id={listId} role="listbox" aria-label="People" className="mention-list">
          {found.map((person, index) => (
            <div
              key={person.id}
              id={optionId(listId, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={classes('mention-option', index === current && 'mention-option--current')}
              onPointerDown={(event) => {
                // the caret stays in the text
                event.preventDefault();
                pick(person);
              }}
            >
              {person.name} <span className="small soft">{person.title}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
};
