import type { ReactNode } from 'react';
import { Glyph, Icon, line } from '../../ui/icon.tsx';
import { outcomeWords } from './import-words.ts';
import type { ImportOutcome } from './imports-queries.ts';

const icons: Readonly<Record<ImportOutcome, ReactNode>> = {
  inserted: (
    <Glyph>
      <path d="M8 3v10M3 8h10" {...line} strokeWidth={1.8} />
    </Glyph>
  ),
  changed: <Icon name="pencil" />,
  unchanged: <Icon name="dashed-circle" />,
  warned: <Icon name="warning" />,
  refused: (
    <Glyph>
      <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...line} strokeWidth={1.8} />
    </Glyph>
  ),
  conflict: <Icon name="return" />,
};

/** What becomes of a row: icon and word. */
export const OutcomeMark = ({ outcome }: { outcome: ImportOutcome }) => (
  <span className={`mark outcome outcome--${outcome}`}>
    {icons[outcome]}
    {outcomeWords[outcome]}
  </span>
);
