import type { ReactNode } from 'react';
import './parted-text.scss';

export type TextPart = { readonly id: string; readonly title: string; readonly body: ReactNode };

const Contents = ({ parts }: { parts: readonly TextPart[] }) => (
  <nav className="parted__contents" aria-label="On this page">
    <p className="over">On this page</p>
    <ul>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The browser looked for the part that an address names before it was there. */
const scrollToPart = (text: HTMLElement | null): void => {
  const id = decodeURIComponent(window.location.hash.slice(1));
  if (id !== '') text?.querySelector(`[id="${CSS.escape(id)}"]`)?.scrollIntoView();
};

type PartedTextProps = {
  readonly parts: readonly TextPart[];
  /** What stands before the first part. */
  readonly lead?: ReactNode;
};

/** A long text to read: its parts under headings, and beside them a list that leads to each. */
export const PartedText = ({ parts, lead }: PartedTextProps) => (
  <div className="parted">
    <Contents parts={parts} />
    <div className="parted__text" ref={scrollToPart}>
      {lead}
      {parts.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id} className="parted__part">
          {/* Who comes here from the contents goes on reading and tabbing from here. */}
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {body}
        </section>
      ))}
    </div>
  </div>
);
