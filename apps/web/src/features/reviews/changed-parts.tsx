import type { ReviewChanges } from '@fbs/contract';
import './changes.scss';

type Part = ReviewChanges['parts'][number];
type ChangedLine = Part['lines'][number];

const signs = { same: '', added: '+', removed: '\u2212' } as const;
const spoken = { same: '', added: 'Added: ', removed: 'Removed: ' } as const;

const Line = ({ line: { kind, text } }: { line: ChangedLine }) => (
  <li className={`changes__line changes__line--${kind}`}>
    <span className="changes__sign" aria-hidden="true">
      {signs[kind]}
    </span>
    <span>
      <span className="visually-hidden">{spoken[kind]}</span>
      {kind === 'removed' ? <del>{text}</del> : text}
    </span>
  </li>
);

/** What is different, part by part: lines as they were and as they are. */
export const ChangedParts = ({ parts, level }: { parts: readonly Part[]; level: 2 | 4 }) => {
  const Heading = `h${level}` as const;
  return parts.map(({ heading, lines }) => (
    <section key={heading}>
      <Heading>{heading}</Heading>
      <ol className="changes">
        {lines.map((line, index) => (
          <Line key={`${index} ${line.kind}`} line={line} />
        ))}
      </ol>
    </section>
  ));
};
