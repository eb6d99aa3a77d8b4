import { type FormEvent, useState } from 'react';
import { formatDay } from '../lib/format.ts';
import { isDay, useSetAsOf } from '../lib/year-and-as-of.ts';
import { Button } from './button.tsx';
import { announce } from './live-region.tsx';
import { TextField } from './text-field.tsx';

type AsOfFormProps = {
  readonly asOf: string | undefined;
  readonly today: string;
  readonly onDone: () => void;
};

const AsOfForm = ({ asOf, today, onDone }: AsOfFormProps) => {
  const [day, setDay] = useState(asOf ?? '');
  const [error, setError] = useState<string>();
  const setAsOf = useSetAsOf();
  const show = (chosen: string | undefined) => {
    setAsOf(chosen);
    announce(chosen === undefined ? 'Shown as of today' : `Shown as of ${formatDay(chosen)}`);
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isDay(day) || day > today) setError(`Enter a day up to ${formatDay(today)}`);
    else show(day === today ? undefined : day);
  };
  return (
    <form className="as-of" onSubmit={submit} noValidate>
      <TextField
        type="date"
        label="Day to look back to"
        hint="Everything is shown as it stood at the end of that day."
        value={day}
        max={today}
        error={error}
        onChange={(event) => setDay(event.target.value)}
      />
      <div className="row">
        <Button type="submit" kind="primary">
          Show
        </Button>
        {asOf !== undefined && <Button onClick={() => show(undefined)}>Back to today</Button>}
      </div>
    </form>
  );
};

export default AsOfForm;
