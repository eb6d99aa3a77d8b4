import type { ReactNode } from 'react';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

/** Drawn for 14 to 16 pixels: few strokes, told apart by outline. */
const shapes = {
  'arrow-up': <path d="M8 2l5 6H9.5v6h-3V8H3z" />,
  'arrow-down': <path d="M8 14l5-6H9.5V2h-3v6H3z" />,
  check: <path d="M6.4 12.6L2 8.2l1.6-1.6 2.8 2.8 6-6L14 5z" />,
  trend: <path d="M2 11l4-4 3 3 5-6v4l-5 6-3-3-4 4z" />,
  'trend-down': <path d="M2 5l4 4 3-3 5 6V8L9 2 6 5 2 1z" />,
  'dashed-circle': <circle cx="8" cy="8" r="5" {...line} strokeDasharray="2.5 2" />,
  'empty-circle': <circle cx="8" cy="8" r="5" {...line} />,
  'slash-circle': <path d="M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M4.5 11.5l7-7" {...line} />,
  clock: <path d="M3 8a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M8 5v3l2 1.5" {...line} />,
  pencil: <path d="M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z" {...line} strokeLinejoin="round" />,
  sent: <path d="M2.5 8h9M8.5 4.5L12 8l-3.5 3.5" {...line} strokeWidth={1.8} />,
  return: <path d="M6 3L2.5 6.5L6 10M3 6.5h6a3.5 3.5 0 0 1 0 7H6" {...line} strokeWidth={1.8} />,
  lock: <path d="M4 7.5V13h8V7.5zM5.5 7V5.5a2.5 2.5 0 0 1 5 0V7" {...line} />,
  seal: <path d="M8 1.5l5 2v4c0 3.5-2 5.5-5 7c-3-1.5-5-3.5-5-7v-4zM5.5 8l2 2l3.5-4" {...line} />,
  quote: <path d="M3 4h4v4.5L5 12H3.5L5 8.5H3zM9 4h4v4.5L11 12H9.5L11 8.5H9z" />,
  function: <path d="M3 5.5h10M3 10.5h10" {...line} strokeWidth={2} />,
  unfold: <path d="M3 6h10l-5 5.5z" />,
  warning: <path d="M8 1.5L15 14H1zM7.2 6v4h1.6V6zM7.2 11v1.6h1.6V11z" fillRule="evenodd" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Always beside its word, and therefore silent. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" width="14" height="14" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    {shapes[name]}
  </svg>
);
