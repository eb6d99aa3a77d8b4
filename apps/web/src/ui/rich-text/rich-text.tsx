import { readRichText, type TextPart, type TextSpan } from '@fbs/core';
import type { ReactNode } from 'react';

const linesOf = (text: string): ReactNode[] =>
  text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={`${index} ${line}`} />, line]));

const Span = ({ span: { text, bold, italic, url } }: { span: TextSpan }) => {
  let words: ReactNode = linesOf(text);
  if (italic) words = <em>{words}</em>;
  if (bold) words = <strong>{words}</strong>;
  return url === undefined ? (
    words
  ) : (
    <a href={url} rel="noreferrer">
      {words}
    </a>
  );
};

const Spans = ({ spans }: { spans: readonly TextSpan[] }) =>
  spans.map((span, index) => <Span key={`${index} ${span.text}`} span={span} />);

const Part = ({ part, level }: { part: TextPart; level: 3 | 4 }) => {
  if (part.kind === 'list') {
    const List = part.ordered ? 'ol' : 'ul';
    return (
      <List>
        {part.items.map((item, index) => (
          <li key={`${index} ${item[0]?.text}`}>
            <Spans spans={item} />
          </li>
        ))}
      </List>
    );
  }
  const Tag = part.kind === 'heading' ? (`h${level}` as const) : 'p';
  return (
    <Tag>
      <Spans spans={part.spans} />
    </Tag>
  );
};

type RichTextProps = {
  readonly text: string | null;
  /** What is said where nothing was written. */
  readonly empty?: ReactNode;
  /** Of headings inside the text: one below the heading that it stands under. */
  readonly level?: 3 | 4;
};

/** A longer text as it was written: headings, lists, bold and italic words, links. Never HTML. */
export const RichText = ({ text, empty, level = 4 }: RichTextProps) => {
  const parts = readRichText(text ?? '');
  if (parts.length === 0) return empty === undefined ? null : <p className="faint">{empty}</p>;
  return (
    <div className="prose">
      {parts.map((part, index) => (
        <Part key={`${index} ${part.kind}`} part={part} level={level} />
      ))}
    </div>
  );
};
