import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { formatInstant, formatYear, plural } from '../../lib/format.ts';
import { useStrategy, yearsOf } from '../../lib/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ChangedParts } from './changed-parts.tsx';
import { type ReviewChanges, reviewChangesQuery } from './review-queries.ts';

type Version = ReviewChanges['from'];

/** What the address says: the older version, and the newer one or nothing for the draft. */
export type ChangesSearch = { readonly from?: number | undefined; readonly to?: number | undefined };

const versionOf = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
};

const versionWords = ({ number, signedBy, at }: Version): string =>
  signedBy === null
    ? `the draft of version ${number}, as it stands`
    : `version ${number}, signed ${formatInstant(at)} by ${signedBy}`;

/** What is different between two versions of a review, line by line. */
export const ChangesScreen = () => {
  const strategy = useStrategy();
  const year = Number(useParams({ strict: false }).year);
  const asked: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const place = { strategy: strategy.id, year, from: versionOf(asked.from) ?? 1, to: versionOf(asked.to) };
  const query = useQuery(reviewChangesQuery(place));
  const back = (
    <Link to="/reviews/$year" params={{ year: String(year) }}>
      Annual review {formatYear(year)}
    </Link>
  );
  return (
    <div className="page">
      <PageHeading title={`What changed in the review of ${formatYear(year)}`} over={back} />
      <Loaded
        query={query}
        what="The comparison"
        said={`The comparison of ${formatYear(year)} is shown`}
        placeholder={<Loading what="the comparison" blocks={[80, 320]} />}
        wayOn={yearsOf(strategy).includes(year) ? back : <Link to="/reviews">Go to the present review</Link>}
      >
        {(changes) => <Changes changes={changes} />}
      </Loaded>
    </div>
  );
};

const Changes = ({ changes: { from, to, added, removed, parts } }: { changes: ReviewChanges }) => (
  <div className="stack stack--wide">
    <p>
      From {versionWords(from)}, to {versionWords(to)}:{' '}
      <b>
        {plural(added, 'line')} added, {plural(removed, 'line')} removed.
      </b>{' '}
      A changed line is shown as it was and as it is.
    </p>
    {parts.length === 0 && (
      <Empty title="Nothing is different">
        <p>Every figure, rating and text of both is the same.</p>
      </Empty>
    )}
    <ChangedParts parts={parts} level={2} />
  </div>
);
