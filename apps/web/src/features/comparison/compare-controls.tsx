import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { formatYear } from '../../lib/format.ts';
import { planQuery } from '../../lib/plan.ts';
import { useSession, useStrategy, yearsOf } from '../../lib/session.ts';
import { isDay } from '../../lib/year-and-as-of.ts';
import { Checkbox, RadioGroup } from '../../ui/choice.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import type { Compared, CompareSearch } from './compare-search.ts';

type Sides = CompareSearch & { readonly year?: number | undefined; readonly asOf?: string | undefined };
type ControlProps = { readonly compared: Compared; readonly onChange: (sides: Sides) => void };

const YearsControls = ({ compared: { from, to }, onChange }: ControlProps) => {
  const years = yearsOf(useStrategy());
  const options = (other: number) =>
    years.filter((year) => year !== other).map((year) => ({ value: String(year), label: formatYear(year) }));
  return (
    <>
      <SelectField
        label="One year"
        value={String(from.year)}
        options={options(to.year)}
        onChange={(event) => onChange({ year: to.year, with: Number(event.target.value) })}
      />
      <SelectField
        label="Other year"
        value={String(to.year)}
        options={options(from.year)}
        onChange={(event) => onChange({ year: Number(event.target.value), with: from.year })}
      />
    </>
  );
};

type DayFieldProps = {
  readonly label: string;
  readonly day: string;
  readonly earliest?: string | undefined;
  readonly latest: string;
  readonly onChange: (day: string) => void;
};

/** Follows the address, but keeps what is being typed, and the focus with it: only a whole day goes on. */
const DayField = ({ label, day, earliest, latest, onChange }: DayFieldProps) => {
  const [typed, setTyped] = useState(day);
  const [shown, setShown] = useState(day);
  if (shown !== day) {
    setShown(day);
    setTyped(day);
  }
  /** While a day is typed, its year runs through the first centuries: only a day there could be counts. */
  const isKnown = (text: string) => isDay(text) && text >= '1990-01-01' && text <= latest;
  return (
    <TextField
      type="date"
      label={label}
      value={typed}
      min={earliest}
      max={latest}
      onChange={({ target }) => {
        setTyped(target.value);
        if (isKnown(target.value)) onChange(target.value);
      }}
    />
  );
};

const DaysControls = ({ compared: { from, to }, onChange }: ControlProps) => {
  const { today } = useSession();
  const years = yearsOf(useStrategy()).map((year) => ({ value: String(year), label: formatYear(year) }));
  return (
    <>
      <SelectField
        label="Year"
        value={String(to.year)}
        options={years}
        onChange={(event) => onChange({ year: Number(event.target.value) })}
      />
      <DayField
        label="As of"
        day={from.asOf ?? today}
        latest={to.asOf ?? today}
        onChange={(since) => onChange({ since, asOf: to.asOf })}
      />
      <DayField
        label="And as of"
        day={to.asOf ?? today}
        earliest={from.asOf}
        latest={today}
        onChange={(day) => onChange({ since: from.asOf, asOf: day === today ? undefined : day })}
      />
    </>
  );
};

const whole = 'all';

const ScopeControl = ({ compared, onChange }: ControlProps) => {
  const strategy = useStrategy();
  const plan = useQuery(planQuery(strategy.id, compared.to.asOf)).data;
  const { goal, objective } = compared;
  const current = objective === undefined ? goal && `goal-${goal}` : `objective-${objective}`;
  const options = (plan?.goals ?? []).flatMap((each) => [
    { value: `goal-${each.code}`, label: `Goal ${each.code} ${each.shortName}` },
    ...each.objectives.map(({ code, shortName }) => ({
      value: `objective-${code}`,
      label: `\u00a0\u00a0Objective ${code} ${shortName}`,
    })),
  ]);
  return (
    <SelectField
      className="compare-scope"
      label="Part of the strategy"
      value={options.some(({ value }) => value === current) ? current : whole}
      options={[{ value: whole, label: 'The whole strategy' }, ...options]}
      onChange={({ target }) => onChange({ of: target.value === whole ? undefined : target.value })}
    />
  );
};

/** What stands beside what: every choice goes into the address at once. */
export const CompareControls = ({ compared }: { compared: Compared }) => {
  const navigate = useNavigate();
  const { kind, to } = compared;
  const change = (sides: Sides) =>
    void navigate({
      to: '/compare',
      search: (previous: Sides) => ({ ...previous, ...sides }),
      resetScroll: false,
      replace: true,
    });
  /** The last day of the later year: by then its own figures had begun to come. */
  const firstDay = `${to.year}-12-31`;
  const { today } = useSession();
  const turnTo = (next: Compared['kind']) =>
    change(
      next === 'days'
        ? { since: firstDay < today ? firstDay : today, with: undefined }
        : { since: undefined, asOf: undefined, with: undefined },
    );
  return (
    <form className="compare-controls" onSubmit={(event) => event.preventDefault()}>
      <RadioGroup
        label="Compare"
        value={kind}
        onChange={turnTo}
        options={[
          { value: 'years', label: 'Two years' },
          { value: 'days', label: 'Two days' },
        ]}
      />
      {kind === 'years' ? (
        <YearsControls compared={compared} onChange={change} />
      ) : (
        <DaysControls compared={compared} onChange={change} />
      )}
      <ScopeControl compared={compared} onChange={change} />
      <Checkbox
        label="Only what changed"
        checked={compared.onlyChanges}
        onChange={(checked) => change({ only: checked ? 'changes' : undefined })}
      />
    </form>
  );
};
