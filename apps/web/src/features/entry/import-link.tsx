import { useMay } from '../../lib/session.ts';
import { LinkButton } from '../../ui/button.tsx';

/** The way to spreadsheets, for who may enter values. */
export const ImportLink = () => (useMay('enter values') ? <LinkButton to="/entry/import">Import</LinkButton> : null);
