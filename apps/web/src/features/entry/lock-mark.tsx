import { Glyph, line } from '../../ui/icon.tsx';

/** That a cell is locked, and by what. */
export const LockMark = ({ sentence }: { sentence: string }) => (
  <span className="cell__lock">
    <Glyph>
      <path d="M4 7.5V13h8V7.5zM5.5 7V5.5a2.5 2.5 0 0 1 5 0V7" {...line} />
    </Glyph>
    <span className="visually-hidden">Locked. {sentence}</span>
  </span>
);
