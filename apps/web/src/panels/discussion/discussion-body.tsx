import { useRef, useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CommentForm } from './comment-form.tsx';
import {
  type Comment,
  type DiscussionOfYear,
  type DiscussionPlace,
  useDiscussionWrites,
} from './discussion-queries.ts';
import { partsOf } from './mentions.ts';
import { useMarkSeen } from './use-mark-seen.ts';
import './discussion.scss';

type BodyProps = { readonly place: DiscussionPlace; readonly discussion: DiscussionOfYear };

/** What is open, what was resolved, and the place to say more. */
export const DiscussionBody = ({ place, discussion }: BodyProps) => {
  const { comments, people, rights, unseen } = discussion;
  const [refusal, setRefusal] = useState<string>();
  const { move } = useDiscussionWrites(place);
  const frame = useRef<HTMLDivElement>(null);
  useMarkSeen(place, unseen, frame);
  const settle = async (comment: Comment, to: 'resolve' | 'reopen') => {
    setRefusal(undefined);
    try {
      await move.mutateAsync({ comment, to });
    } catch (error) {
      const isStale = currentOf<Comment>(error) !== undefined;
      return setRefusal(
        isStale ? 'Someone else changed this comment first. It is shown as it is now.' : reasonOf(error),
      );
    }
    announce(to === 'resolve' ? 'The comment is resolved' : 'The comment is open again');
    // its button has moved to the other list
    frame.current?.focus();
  };
  const listOf = (listed: readonly Comment[]) => (
    <ol className="comments">
      {listed.map((comment) => (
        <CommentItem
          key={comment.id}
          comment={comment}
          isBusy={move.isPending}
          onSettle={rights.write ? (to) => void settle(comment, to) : undefined}
        />
      ))}
    </ol>
  );
  const open = comments.filter(({ resolved }) => resolved === null);
  const resolved = comments.filter((comment) => comment.resolved !== null);
  return (
    <div className="discussion-body" ref={frame} tabIndex={-1}>
      {comments.length === 0 && <p className="small soft">Nobody has said anything about this figure.</p>}
      {open.length > 0 && listOf(open)}
      {resolved.length > 0 && <Disclosure summary={`Resolved (${resolved.length})`}>{listOf(resolved)}</Disclosure>}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {rights.write && <CommentForm place={place} people={people} />}
    </div>
  );
};

type CommentItemProps = {
  readonly comment: Comment;
  readonly isBusy: boolean;
  readonly onSettle: ((to: 'resolve' | 'reopen') => void) | undefined;
};

const CommentItem = ({ comment, isBusy, onSettle }: CommentItemProps) => {
  const { text, mentions, person, at, resolved } = comment;
  return (
    <li>
      <p className="small">
        <b>{person}</b> <span className="soft">{formatInstant(at)}</span>
      </p>
      <p className="comments__text">
        {partsOf(text, mentions).map((part, index) =>
          part.isMention ? <b key={`${index} ${part.text}`}>{part.text}</b> : part.text,
        )}
      </p>
      {resolved !== null && (
        <p className="small soft">
          Resolved by {resolved.person}, {formatInstant(resolved.at)}
        </p>
      )}
      {onSettle !== undefined && (
        <Button
          kind="quiet"
          size="small"
          disabled={isBusy}
          onClick={() => onSettle(resolved === null ? 'resolve' : 'reopen')}
        >
          {resolved === null ? 'Resolve' : 'Reopen'}
          <span className="visually-hidden"> the comment of {person}</span>
        </Button>
      )}
    </li>
  );
};
