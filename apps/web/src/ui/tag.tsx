import type { ReactNode } from 'react';

/** A word about a thing: its level, its kind, its section. Strong where it asks for attention. */
export const Tag = ({ tone = 'plain', children }: { tone?: 'plain' | 'strong'; children: ReactNode }) => (
  <span className={`tag tag--${tone}`}>{children}</span>
);
