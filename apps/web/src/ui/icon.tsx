import type { ReactNode } from 'react';

export const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

/**
 * Drawn for 14 to 16 pixels: few strokes, told apart by outline. Only what many places use; a mark keeps the rest beside
 * itself, so that the first page does not carry it.
 */
const shapes = {
  'arrow-up': <path d="M8 2l5 6H9.5v6h-3V8H3z" />,
  'arrow-down': <path d="M8 14l5-6H9.5V2h-3v6H3z" />,
  check: <path d="M6.4 12.6L2 8.2l1.6-1.6 2.8 2.8 6-6L14 5z" />,
  trend: <path d="M2 11l4-4 3 3 5-6v4l-5 6-3-3-4 4z" />,
  'trend-down': <path d="M2 5l4 4 3-3 5 6V8L9 2 6 5 2 1z" />,
  'dashed-circle': <circle cx="8" cy="8" r="5" {...line} strokeDasharray="2.5 2" />,
  clock: <path d="M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M8 5v3l2 1.5" {...line} />,
  pencil: <path d="M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z" {...line} strokeLinejoin="round" />,
  return: <path d="M6 3L2.5 6.5L6 10M3 6.5h6a3.5 3.5 0 0 1 0 7H6" {...line} strokeWidth={1.8} />,
  unfold: <path d="M3 6h10l-5 5.5z" />,
  warning: <path d="M8 1.5L15 14H1zM7.2 6v4h1.6V6zM7.2 11v1.6h1.6V11z" fillRule="evenodd" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** The frame of a small drawing. Always beside its word, and therefore silent. */
export const Glyph = ({ children }: { children: ReactNode }) => (
  <svg className="icon" width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    {children}
  </svg>
);

export const Icon = ({ name }: { name: IconName }) => <Glyph>{shapes[name]}</Glyph>;
