import type { ReviewDocument, YearsDocument } from '@fbs/contract';

/** A review as the text that was signed, or a draft's. */
export type SnapshotOfYear = { readonly snapshot: string; readonly sha256: string | null };

/** All years in one JSON file. The text of each review stands in it byte for byte, so that its SHA-256 can be worked out. */
export const yearsToJson = (reviews: readonly SnapshotOfYear[]): Uint8Array => {
  const read = reviews.map(({ snapshot }) => JSON.parse(snapshot) as ReviewDocument);
  const [first] = read;
  if (first === undefined) throw new Error('a file of all years needs at least one review');
  const { id, firstYear, lastYear } = first.strategy;
  const head: Omit<YearsDocument, 'reviews'> = {
    format: 'fbs-strategy-years',
    formatVersion: 1,
    strategy: id,
    firstYear,
    lastYear,
    draft: read.some(({ draft }) => draft),
  };
  const lines = read.map(({ year, number, draft }, at) => {
    const { snapshot, sha256 } = reviews[at] as SnapshotOfYear;
    const place = JSON.stringify({ year, version: number, draft, sha256 });
    return `${place.slice(0, -1)},"review":${snapshot}}`;
  });
  return new TextEncoder().encode(`${JSON.stringify(head).slice(0, -1)},"reviews":[\n${lines.join(',\n')}\n]}\n`);
};
