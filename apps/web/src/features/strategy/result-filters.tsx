import type { ResultsPage } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import type { ResultsSearch } from './results-search.ts';
import { listLabel } from './results-words.ts';

type Chip = { readonly words: string; readonly without: ResultsSearch };

const chipsOf = ({ list, of, kind }: ResultsSearch, { goal, objective }: ResultsPage): Chip[] => {
  const chips: Chip[] = [];
  if (kind !== undefined) chips.push({ words: listLabel('attention', kind), without: { list, of } });
  else if (list !== undefined && list !== 'indicators') chips.push({ words: listLabel(list, null), without: { of } });
  const place = goal ?? objective;
  if (place !== null) {
    const words = `${goal === null ? 'Objective' : 'Goal'} ${place.code} ${place.shortName}`;
    chips.push({ words, without: { list, kind } });
  }
  return chips;
};

/** What the list is narrowed to; each can be taken away. */
export const ResultFilters = ({ search, page }: { search: ResultsSearch; page: ResultsPage }) => {
  const chips = chipsOf(search, page);
  if (chips.length === 0) return <p className="soft">All performance indicators of the strategy.</p>;
  return (
    <ul className="chips" aria-label="Narrowed to">
      {chips.map(({ words, without }) => (
        <li key={words} className="chip">
          {words}
          <Link
            to="/results"
            search={(previous) => ({ year: previous.year, asOf: previous.asOf, ...without })}
            className="chip__remove"
            aria-label={`Take away: ${words}`}
          >
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
