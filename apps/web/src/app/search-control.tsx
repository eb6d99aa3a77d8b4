import { lazy, Suspense, useState } from 'react';
import { useSingleKeys } from '../lib/single-keys.ts';
import { Glyph } from '../ui/icon.tsx';

const load = () => import('../features/search/search-dialog.tsx');
const SearchDialog = lazy(load);

/** Opens the one search box, also by the key "/"; it comes when it is about to be opened. */
export const SearchControl = () => {
  const [open, setOpen] = useState(false);
  useSingleKeys((key, event) => {
    if (key !== '/') return;
    // the key itself is not to be typed into the box
    event.preventDefault();
    setOpen(true);
  });
  return (
    <>
      <button
        type="button"
        className="header__search"
        title="Search (key /)"
        aria-keyshortcuts="/"
        onClick={() => setOpen(true)}
        onFocus={() => void load()}
        onPointerEnter={() => void load()}
      >
        <Glyph>
          <path d="M6.5 1a5.5 5.5 0 1 0 3.3 9.9l3.7 3.7 1.4-1.4-3.7-3.7A5.5 5.5 0 0 0 6.5 1m0 2a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7" />
        </Glyph>
        <span className="header__search-word">
          Search<span className="visually-hidden"> everything</span>
        </span>
      </button>
      <Suspense>{open && <SearchDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
