import { type ReactNode, useState } from 'react';
import { RadioGroup } from '../../ui/choice.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Glyph, Icon, line } from '../../ui/icon.tsx';
import type { FrameworkLoad, LoadedElement } from './load-queries.ts';
import { elementsIn, type Outcome, outcomeWords, plainWords, type View, views, viewWords } from './load-words.ts';

const icons: Readonly<Record<Outcome, ReactNode>> = {
  added: (
    <Glyph>
      <path d="M8 3v10M3 8h10" {...line} strokeWidth={1.8} />
    </Glyph>
  ),
  changed: <Icon name="pencil" />,
  unchanged: <Icon name="dashed-circle" />,
  gone: (
    <Glyph>
      <path d="M3 8h10" {...line} strokeWidth={1.8} />
    </Glyph>
  ),
  held: <Icon name="check" />,
  refused: <Icon name="warning" />,
};

const columns: readonly Column<LoadedElement>[] = [
  { key: 'row', head: 'Row', align: 'end', width: '5%', cell: ({ row }) => row ?? <span className="soft">none</span> },
  {
    key: 'outcome',
    head: 'What happens',
    width: '16%',
    cell: ({ outcome }) => (
      <span className={`mark load-outcome load-outcome--${outcome}`}>
        {icons[outcome]}
        {outcomeWords[outcome]}
      </span>
    ),
  },
  {
    key: 'element',
    head: 'Element, below its parent',
    rowHead: true,
    width: '44%',
    cell: ({ code, label, level, text, depth }) => (
      <div className="load-element" style={{ paddingInlineStart: `${Math.min(depth, 6)}rem` }}>
        <b>{label === '' ? code : label}</b> <span className="small soft">{`${code}, ${level}`}</span>
        {text !== null && <span className="load-element__text">{text}</span>}
      </div>
    ),
  },
  { key: 'why', head: 'In words', cell: ({ sentence, outcome }) => sentence ?? plainWords[outcome] },
];

/** Every element as the file would leave it, in the order of the tree; of a file that cannot be taken, what to mend. */
export const LoadPreview = ({ load }: { load: FrameworkLoad }) => {
  const [view, setView] = useState<View>(load.counts.refused > 0 ? 'refused' : 'all');
  const offered = views.filter((each) => each === 'all' || elementsIn(each, load).length > 0);
  const shown = elementsIn(offered.includes(view) ? view : 'all', load);
  return (
    <div className="stack">
      {offered.length > 1 && (
        <RadioGroup
          label="Show"
          options={offered.map((value) => ({
            value,
            label: `${viewWords[value]} (${elementsIn(value, load).length})`,
          }))}
          value={view}
          onChange={setView}
        />
      )}
      <DataTable
        caption="What the file would do"
        captionHidden
        narrow="cards"
        dense
        rows={shown}
        rowKey={({ row, code }) => `${row ?? 'recorded'} ${code}`}
        columns={columns}
      />
    </div>
  );
};
