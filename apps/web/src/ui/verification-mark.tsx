import { type Verification, verificationLabels } from '@fbs/core';
import { Icon, type IconName } from './icon.tsx';

const icons: Readonly<Record<Verification, IconName>> = {
  official: 'seal',
  secondary: 'quote',
  derived: 'function',
};

const meanings: Readonly<Record<Verification, string>> = {
  official: 'Read in the official publication itself',
  secondary: 'Taken from another publication that quotes it',
  derived: 'Worked out from published figures',
};

/** How a published figure was verified: icon and word. */
export const VerificationMark = ({ verification }: { verification: Verification }) => (
  <span className="mark verification" title={meanings[verification]}>
    <Icon name={icons[verification]} />
    {verificationLabels[verification]}
  </span>
);
