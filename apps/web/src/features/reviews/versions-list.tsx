import type { Review } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../lib/format.ts';
import { DownloadButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { type ReviewPlace, wordAddress } from './review-queries.ts';

type Version = Review['versions'][number];

const columnsOf = (place: ReviewPlace): readonly Column<Version>[] => [
  { key: 'number', head: 'Version', cell: ({ number }) => <b>{number}</b> },
  {
    key: 'signed',
    head: 'Signed (UTC)',
    cell: ({ signedBy, finalAt, illustrative }) => (
      <>
        {formatInstant(finalAt)}
        <br />
        <span className="soft">{signedBy}</span> {illustrative && <IllustrativeMark />}
      </>
    ),
  },
  { key: 'sha256', head: 'SHA-256', cell: ({ sha256 }) => <span className="checksum">{sha256}</span> },
  {
    key: 'word',
    head: 'File',
    cell: ({ number }) => (
      <DownloadButton size="small" href={wordAddress(place, number)} download>
        Word<span className="visually-hidden"> file of version {number}</span>
      </DownloadButton>
    ),
  },
];

/** Every version that was ever signed: none is overwritten, each can be handed on. */
export const VersionsList = ({ review, place }: { review: Review; place: ReviewPlace }) => (
  <section className="review__part" aria-labelledby="versions">
    <h3 id="versions">Signed versions</h3>
    <DataTable
      caption="Signed versions of this review"
      captionHidden
      columns={columnsOf(place)}
      rows={review.versions}
      rowKey={({ number }) => String(number)}
      empty="The review has not been signed off yet. Its draft can be exported, and says DRAFT on every page."
      narrow="cards"
    />
    <Comparisons review={review} place={place} />
  </section>
);

/** Each signed version beside the one before it, and the draft of a reopened review beside the last signed one. */
const Comparisons = ({ review, place }: { review: Review; place: ReviewPlace }) => {
  const numbers = review.versions.map(({ number }) => number).sort((a, b) => a - b);
  const pairs: { from: number; to: number | undefined }[] = numbers
    .slice(1)
    .map((to, index) => ({ from: numbers[index] ?? 1, to }));
  const last = numbers.at(-1);
  if (last !== undefined && review.state !== 'final') pairs.push({ from: last, to: undefined });
  return pairs.length === 0 ? null : (
    <ul>
      {pairs.map(({ from, to }) => (
        <li key={from}>
          <Link to="/reviews/$year/changes" params={{ year: String(place.year) }} search={{ from, to }}>
            {to === undefined
              ? `What changed since version ${from} was signed`
              : `What changed from version ${from} to ${to}`}
          </Link>
        </li>
      ))}
    </ul>
  );
};
