import { sizeWords } from '@fbs/core';
import { formatOrder, formatWords } from './export-formats.ts';
import { type ExportFormat, type ExportOutline, type ExportPlace, fileAddress } from './exports-queries.ts';
import { FileCard } from './file-card.tsx';

/** What is made in a moment was made to be weighed; papers are made when somebody wants them, and weighed then. */
export const sizeOf = (
  outline: Pick<ExportOutline, 'sizes' | 'estimates'> | undefined,
  format: ExportFormat,
): string | undefined => {
  const size = outline?.sizes[format];
  if (size !== undefined) return sizeWords(size);
  const estimate = outline?.estimates[format];
  return estimate === undefined ? undefined : `About ${sizeWords(estimate)}, made in a few seconds`;
};

type FormatCardsProps = {
  readonly place: ExportPlace;
  /** undefined: still being worked out. */
  readonly outline: ExportOutline | undefined;
};

/** Every format of one review, or of one version of it. */
export const FormatCards = ({ place, outline }: FormatCardsProps) => (
  <ul className="formats">
    {formatOrder.map((format) => (
      <FileCard
        // another year or version is another file: what was said of the last one's way here ends
        key={`${format} ${place.year} ${place.version}`}
        words={formatWords[format]}
        address={fileAddress(place, format)}
        name={outline?.names[format]}
        size={sizeOf(outline, format)}
      />
    ))}
  </ul>
);
