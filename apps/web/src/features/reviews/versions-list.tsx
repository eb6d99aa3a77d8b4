import type { Review } from '@fbs/contract';
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
  </section>
);
