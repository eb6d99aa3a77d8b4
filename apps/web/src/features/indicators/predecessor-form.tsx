import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { planQuery } from '../../lib/plan.ts';
import { useSession, useStrategy } from '../../lib/session.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { strategyName } from '../../lib/strategy-name.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { type EarlierSeriesLine, type IndicatorPage, useSetPredecessor } from './indicator-queries.ts';

const none = '';

/** Says which indicator of an earlier strategy this one continues; only where there is an earlier strategy. */
export const PredecessorForm = ({ page, series }: { page: IndicatorPage; series: readonly EarlierSeriesLine[] }) => {
  const own = useStrategy();
  const earlier = useSession().strategies.filter(({ firstYear }) => firstYear < own.firstYear);
  const [chosen, setChosen] = useState(series[0]?.strategy ?? earlier.at(-1)?.id ?? none);
  const [indicator, setIndicator] = useState(series[0]?.indicator ?? none);
  const plan = useQuery({ ...planQuery(chosen, undefined), enabled: chosen !== none });
  const write = useSetPredecessor(page);
  if (earlier.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate(indicator === none ? null : { strategy: chosen, indicator }, {
      onSuccess: () => announce(indicator === none ? 'It continues no indicator' : `It now continues ${indicator}`),
    });
  };
  const objectives = plan.data?.goals.flatMap((goal) => goal.objectives) ?? [];
  return (
    <Disclosure summary="Change which indicator it continues">
      <form className="stack" onSubmit={submit}>
        {write.isError && <Notice kind="error" announced title={reasonOf(write.error)} />}
        <SelectField
          label="Earlier strategy"
          options={earlier.map((each) => ({ value: each.id, label: strategyName(each) }))}
          value={chosen}
          onChange={({ target }) => {
            setChosen(target.value);
            setIndicator(none);
          }}
        />
        <SelectField
          label="Its indicator"
          options={[
            { value: none, label: 'None' },
            ...objectives.flatMap(({ indicators }) =>
              indicators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ),
          ]}
          value={indicator}
          onChange={({ target }) => setIndicator(target.value)}
        />
        <div>
          <Button type="submit" disabled={write.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Disclosure>
  );
};
