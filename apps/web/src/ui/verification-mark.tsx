import { type Verification, verificationLabels } from '@fbs/core';
import type { ReactNode } from 'react';
import { Glyph, line } from './icon.tsx';

const drawings: Readonly<Record<Verification, ReactNode>> = {
  official: <path d="M8 1.5l5 2v4c0 3.5-2 5.5-5 7c-3-1.5-5-3.5-5-7v-4zM5.5 8l2 2l3.5-4" {...line} />,
  secondary: <path d="M3 4h4v4.5L5 12H3.5L5 8.5H3zM9 4h4v4.5L11 12H9.5L11 8.5H9z" />,
  derived: <path d="M3 5.5h10M3 10.5h10" {...line} strokeWidth={2} />,
};

const meanings: Readonly<Record<Verification, string>> = {
  official: 'Read in the official publication itself',
  secondary: 'Taken from another publication that quotes it',
  derived: 'Worked out from published figures',
};

/** How a published figure was verified: icon and word. */
export const VerificationMark = ({ verification }: { verification: Verification }) => (
  <span className="mark verification" title={meanings[verification]}>
    <Glyph>{drawings[verification]}</Glyph>
    {verificationLabels[verification]}
  </span>
);
