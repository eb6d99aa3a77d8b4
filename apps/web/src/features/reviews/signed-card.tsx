import type { Review } from '@fbs/contract';
import { formatInstant, formatYear } from '../../lib/format.ts';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';

/** In place of the list of missing things, once nothing is missing any more: who signed, when, and the checksum. */
export const SignedCard = ({ review }: { review: Review }) => {
  const version = review.versions.find(({ number }) => number === review.number);
  return (
    <aside className="gate" aria-labelledby="signed">
      <h2 id="signed">Signed off</h2>
      {version !== undefined && (
        <dl className="signed">
          <dt>By</dt>
          <dd>
            {version.signedBy} {version.illustrative && <IllustrativeMark />}
          </dd>
          <dt>On</dt>
          <dd>{formatInstant(version.finalAt)} UTC</dd>
          <dt>Version</dt>
          <dd>{version.number}</dd>
          <dt>SHA-256</dt>
          <dd className="checksum">{version.sha256}</dd>
        </dl>
      )}
      <p className="small soft">
        Every figure, target, definition and rating of {formatYear(review.year)} stays as it was at that moment. Exports
        are made from this version and print its checksum. Only an administrator can reopen the review, as a new
        version.
      </p>
    </aside>
  );
};
