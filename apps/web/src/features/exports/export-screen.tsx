import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useStrategy, yearsOf } from '../../lib/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ExportContents } from './export-contents.tsx';
import { type ExportPlace, outlineQuery } from './exports-queries.ts';
import { FormatCards } from './format-cards.tsx';
import { VersionChoice } from './version-choice.tsx';
import { WholeStrategy } from './whole-strategy.tsx';
import './exports.scss';

/** Only a whole number names a version; anything else in the address means none. */
const useVersion = (): number | undefined => {
  const version = useLocation({
    select: ({ search }) => Number((search as Readonly<Record<string, unknown>>).version),
  });
  return Number.isInteger(version) && version > 0 ? version : undefined;
};

/** The annual review of one year as files: what is inside, which version, and every format. */
export const ExportScreen = () => {
  const strategy = useStrategy();
  const params = useParams({ from: '/reviews/$year/export' });
  const year = Number(params.year);
  const place: ExportPlace = { strategy: strategy.id, year, version: useVersion() };
  const query = useQuery(outlineQuery(place));
  const back = (
    <Link to="/reviews/$year" params={params} activeOptions={{ exact: true }}>
      {`Annual review ${formatYear(year)}`}
    </Link>
  );
  const outline = query.isPlaceholderData ? undefined : query.data;
  return (
    <div className="page export">
      <PageHeading title={`Export the review of ${formatYear(year)}`} over={back} />
      {query.data !== undefined && <VersionChoice outline={query.data} place={place} />}
      {query.isError && query.data === undefined ? null : (
        <section aria-labelledby="export-formats">
          <h2 id="export-formats">Choose a file</h2>
          <FormatCards place={place} outline={outline} />
        </section>
      )}
      <Loaded
        query={query}
        what={`What the files of ${formatYear(year)} hold`}
        said={`The files of ${formatYear(year)}${place.version === undefined ? '' : `, version ${place.version},`} are ready to be made`}
        placeholder={<Loading what="what is inside" height={560} lines={8} />}
        wayOn={yearsOf(strategy).includes(year) ? back : <Link to="/reviews">Go to the present review</Link>}
      >
        {(found) => <ExportContents outline={found} />}
      </Loaded>
      <WholeStrategy strategy={strategy} outline={query.data} />
    </div>
  );
};
