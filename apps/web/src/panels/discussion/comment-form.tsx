import { type FormEvent, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { forgetUnsavedText, keepUnsavedText, readUnsavedText } from '../../lib/unsaved-text.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { type DiscussionOfYear, type DiscussionPlace, useDiscussionWrites } from './discussion-queries.ts';
import { MentionArea } from './mention-area.tsx';
import { mentionedIn } from './mentions.ts';

type CommentFormProps = { readonly place: DiscussionPlace; readonly people: DiscussionOfYear['people'] };

/** What is being written outlives a look at another row. */
const useDraft = ({ strategy, indicator, year }: DiscussionPlace) => {
  const person = useSession().person?.id ?? '';
  const key = `comment:${strategy}:${indicator}:${year}`;
  const [text, setText] = useState(() => readUnsavedText(person, key)?.text ?? '');
  const write = (next: string) => {
    setText(next);
    if (next.trim() === '') forgetUnsavedText(person, key);
    else keepUnsavedText(person, key, { text: next, base: { text: '', version: 0 } });
  };
  return [text, write] as const;
};

export const CommentForm = ({ place, people }: CommentFormProps) => {
  const [text, setText] = useDraft(place);
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const { say } = useDiscussionWrites(place);
  const button = useKeptFocus(say.isPending);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefusal(undefined);
    setError(text.trim() === '' ? 'Write the comment first' : undefined);
    if (text.trim() === '') return;
    try {
      await say.mutateAsync({ text: text.trim(), mentions: mentionedIn(text, people) });
    } catch (problem) {
      return setRefusal(reasonOf(problem));
    }
    setText('');
    announce('The comment is added');
  };
  return (
    <form className="comment-form" onSubmit={(event) => void submit(event)} noValidate>
      <MentionArea text={text} people={people} error={error} onText={setText} />
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <div>
        <Button ref={button} type="submit" size="small" disabled={say.isPending}>
          {say.isPending ? 'Adding\u2026' : 'Add the comment'}
        </Button>
      </div>
    </form>
  );
};
