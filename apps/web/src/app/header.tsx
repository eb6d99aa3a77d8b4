import { Link, useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { hasWork, type SignedInPerson } from '../lib/session.ts';
import { PersonMenu } from './person-menu.tsx';
import { SearchControl } from './search-control.tsx';

/** The count is an aside: where it cannot be loaded, the link stands without it. */
const MyWorkCount = lazy(() => import('../features/my-work/my-work-count.tsx').catch(() => ({ default: () => null })));

/** Which part of the site an address belongs to: the one from which it is reached. */
const partOf = (path: string): string => {
  const first = path.split('/')[1] ?? '';
  if (first === 'completeness') return 'entry';
  if (first === 'compare' || first === 'results') return '';
  return first === 'objectives' || first === 'indicators' ? 'goals' : first;
};

const Navigation = ({ here, person }: { here: string; person: SignedInPerson }) => {
  const current = (part: string) => (partOf(here) === part ? { 'aria-current': 'page' as const } : {});
  return (
    <nav id="main-navigation" className="header__nav" aria-label="Main">
      {hasWork(person) && (
        <Link to="/my-work" {...current('my-work')}>
          My work
          <span className="header__slot">
            <Suspense>
              <MyWorkCount />
            </Suspense>
          </span>
        </Link>
      )}
      <Link to="/" activeOptions={{ exact: true }} {...current('')}>
        Overview
      </Link>
      <Link to="/goals/$code" params={{ code: '1' }} {...current('goals')}>
        Goals
      </Link>
      <Link to="/linkages" {...current('linkages')}>
        Linkages
      </Link>
      <Link to="/entry" {...current('entry')}>
        Data entry
      </Link>
      <Link to="/reviews" {...current('reviews')}>
        Annual review
      </Link>
      <Link to="/method" {...current('method')}>
        Method
      </Link>
    </nav>
  );
};

/** Name, navigation and person. On narrow screens the navigation folds behind a button. */
export const Header = ({ person }: { person: SignedInPerson | null }) => {
  const path = useLocation({ select: (location) => location.pathname });
  // Open on one address only: a new one finds the menu closed.
  const [openOn, setOpenOn] = useState<string>();
  const open = openOn === path;
  return (
    <header className="header" data-open={open || undefined}>
      <div className="page header__row">
        <Link to="/" className="header__name" activeOptions={{ exact: true }}>
          FBS Performance
        </Link>
        {person !== null && (
          <button
            type="button"
            className="header__menu"
            aria-expanded={open}
            aria-controls="main-navigation"
            onClick={() => setOpenOn(open ? undefined : path)}
          >
            Menu
          </button>
        )}
        {person !== null && <Navigation here={path} person={person} />}
        {person !== null && <SearchControl />}
        {person !== null && <PersonMenu person={person} />}
      </div>
    </header>
  );
};
