import { lazy } from 'react';
import { formatDay } from '../lib/format.ts';
import { useYearAndAsOf } from '../lib/year-and-as-of.ts';
import { DisclosureMenu } from './disclosure-menu.tsx';

const loadForm = () => import('./as-of-form.tsx');
const AsOfForm = lazy(loadForm);

/** Chooses the day as of which everything is shown. `today` is the server's, which is the latest day there is. */
export const AsOfControl = ({ today }: { today: string }) => {
  const { asOf } = useYearAndAsOf();
  return (
    <DisclosureMenu label="As of" value={asOf === undefined ? 'today' : formatDay(asOf)} align="end" preload={loadForm}>
      {(close) => <AsOfForm asOf={asOf} today={today} onDone={close} />}
    </DisclosureMenu>
  );
};
