import type { ReactNode } from 'react';

/** Drawn in accent on ground, from full to empty: they stay apart in one color, and on paper. */
const drawings: readonly ReactNode[] = [
  <rect key="full" width="8" height="8" fill="var(--accent)" />,
  <path key="stripes" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="var(--accent)" strokeWidth="2.5" />,
  <circle key="dots" cx="4" cy="4" r="1.8" fill="var(--accent)" />,
  <path key="lines" d="M0 4H8" stroke="var(--accent)" strokeWidth="2" />,
  <path key="crosses" d="M0 0L8 8M8 0L0 8" stroke="var(--accent)" strokeWidth="1.2" />,
];

const nameOf = (id: string, part: number): string => `${id}-${part % drawings.length}`;

export const patternOf = (id: string, part: number): string => `url(#${nameOf(id, part)})`;

/** The patterns of one chart; to stand within its drawing. */
export const SharePatterns = ({ id }: { id: string }) => (
  <defs>
    {drawings.map((drawing, part) => (
      <pattern key={nameOf(id, part)} id={nameOf(id, part)} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--accent-wash)" />
        {drawing}
      </pattern>
    ))}
  </defs>
);

/** The same pattern in the legend. */
export const sampleOf = (id: string, part: number) => (
  <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">
    <SharePatterns id={`${id}-sample-${part}`} />
    <rect width="28" height="12" fill={patternOf(`${id}-sample-${part}`, part)} stroke="var(--control-line)" />
  </svg>
);
