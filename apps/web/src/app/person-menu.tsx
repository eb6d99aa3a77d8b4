import { lazy } from 'react';
import type { SignedInPerson } from '../lib/session.ts';
import { DisclosureMenu } from '../ui/disclosure-menu.tsx';

const loadPanel = () => import('./person-panel.tsx');
const PersonPanel = lazy(loadPanel);

/** Who is signed in; its panel comes when it is about to be opened. */
export const PersonMenu = ({ person }: { person: SignedInPerson }) => (
  <DisclosureMenu className="person-menu" label={person.name} align="end" preload={loadPanel}>
    <PersonPanel person={person} />
  </DisclosureMenu>
);
