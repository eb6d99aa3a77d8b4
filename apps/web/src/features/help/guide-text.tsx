import { Link } from '@tanstack/react-router';
import { createElement, type ReactNode } from 'react';
import type { GuideElement, GuideNode, GuideTable } from '../../lib/guide.ts';
import { DataTable } from '../../ui/data-table.tsx';

type GuideTextProps = {
  readonly nodes: readonly GuideNode[];
  /** What the text is about: the name of its tables. */
  readonly about: string;
};

const elementOf = ({ tag, props, children = [] }: GuideElement, key: number, about: string): ReactNode => {
  const inside = <GuideText nodes={children} about={about} />;
  if (tag === 'guide') {
    return (
      <Link key={key} to="/help/$guide" params={{ guide: String(props?.to) }}>
        {inside}
      </Link>
    );
  }
  if (tag === 'img') return <img key={key} className="guide__picture" loading="lazy" alt="" {...props} />;
  // what is wider than the screen scrolls, also by the keyboard
  if (tag === 'pre') return createElement(tag, { key, className: 'guide__lines', tabIndex: 0 }, inside);
  return createElement(tag, { key, ...props }, inside);
};

const tableOf = ({ heads, rows }: GuideTable, key: number, about: string): ReactNode => (
  <DataTable
    key={key}
    caption={`${about}: ${heads.join(', ')}`}
    captionHidden
    narrow="cards"
    columns={heads.map((head, index) => ({
      key: head,
      head,
      cell: (row: GuideTable['rows'][number]) => <GuideText nodes={row[index] ?? []} about={about} />,
    }))}
    rows={rows}
    rowKey={(row) => JSON.stringify(row)}
  />
);

/** The pieces of a guide as the elements that they are named after. */
export const GuideText = ({ nodes, about }: GuideTextProps) => (
  <>
    {nodes.map((node, index) => {
      if (typeof node === 'string') return node;
      return 'rows' in node ? tableOf(node, index, about) : elementOf(node, index, about);
    })}
  </>
);
