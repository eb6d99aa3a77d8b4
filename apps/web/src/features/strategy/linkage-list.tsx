import type { GoalPage } from '@fbs/contract';
import { linkageStrengthLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import { Tag } from '../../ui/tag.tsx';

type Linkage = GoalPage['linkages'][number];

const LinkageItem = ({ linkage, through }: { linkage: Linkage; through: string | null }) => (
  <li>
    <p className="row">
      <b>
        <Link to="/linkages/$framework/$element" params={{ framework: linkage.framework, element: linkage.element }}>
          {linkage.elementLabel}
        </Link>
      </b>{' '}
      <Tag>{linkageStrengthLabels[linkage.strength]}</Tag>
      {through !== null && <span className="small soft">{through}</span>}
    </p>
    <p className="small soft">{linkage.frameworkTitle}</p>
    {linkage.quote !== null && (
      <blockquote className="linkage__quote">
        <q>{linkage.quote}</q>
      </blockquote>
    )}
    {linkage.summary !== null && (
      <p className="small">
        <b>Summary:</b> {linkage.summary}
      </p>
    )}
  </li>
);

type LinkageListProps = {
  readonly linkages: readonly Linkage[];
  /** The code of what is shown: a linkage of something above it says through what it comes. */
  readonly code: string;
};

/** What it links up to: quotations in quotation marks, summaries named as summaries. */
export const LinkageList = ({ linkages, code }: LinkageListProps) => (
  <section aria-labelledby="linkages">
    <h2 id="linkages">Links up to</h2>
    {linkages.length === 0 ? (
      <Empty>No linkage is recorded.</Empty>
    ) : (
      <ul className="linkage-list">
        {linkages.map((linkage) => (
          <LinkageItem
            key={linkage.id}
            linkage={linkage}
            through={linkage.subject.code === code ? null : `through ${linkage.subject.kind} ${linkage.subject.code}`}
          />
        ))}
      </ul>
    )}
    <p className="small">
      <Link to="/linkages">See the line of sight</Link>
    </p>
  </section>
);
