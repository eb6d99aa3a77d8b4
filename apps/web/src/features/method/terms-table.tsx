import type { ReactNode } from 'react';
import { DataTable } from '../../ui/data-table.tsx';

type TermsTableProps<Term extends string> = {
  readonly caption: string;
  /** What the terms are: "Rating", "Reason". */
  readonly head: string;
  readonly meaningHead?: string;
  readonly terms: readonly Term[];
  readonly name: (term: Term) => ReactNode;
  readonly meanings: Readonly<Record<Term, string>>;
};

/** Words of the product beside what they mean. */
export const TermsTable = <Term extends string>(props: TermsTableProps<Term>) => {
  const { caption, head, meaningHead = 'What it means', terms, name, meanings } = props;
  return (
    <div className="method__terms">
      <DataTable
        caption={caption}
        captionHidden
        rows={terms}
        rowKey={(term) => term}
        columns={[
          { key: 'term', head, rowHead: true, nowrap: true, cell: name, width: '14rem' },
          { key: 'meaning', head: meaningHead, cell: (term) => meanings[term] },
        ]}
        narrow="cards"
      />
    </div>
  );
};
