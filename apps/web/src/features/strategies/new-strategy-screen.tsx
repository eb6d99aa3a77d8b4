import { findInHead } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { strategyName } from '../../lib/strategy-name.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SelectField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { HeadFields } from './head-fields.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { managedQuery, type NewStrategy, type StrategyLine, useStrategyWrites } from './strategies-queries.ts';
import { type HeadDraft, headOf } from './tree-draft.ts';
import './strategies.scss';

type Copy = NonNullable<NewStrategy['copy']>;

const copyOf = (strategy: string): Copy => ({
  strategy,
  goals: true,
  indicators: true,
  linkages: true,
  sections: true,
});

type CopyFieldsProps = {
  readonly strategies: readonly StrategyLine[];
  readonly copy: Copy | null;
  readonly onChange: (copy: Copy | null) => void;
};

/** What cannot stand without another part is let go with it. */
const CopyFields = ({ strategies, copy, onChange }: CopyFieldsProps) => {
  const change = (part: Partial<Copy>) => {
    if (copy === null) return;
    const next = { ...copy, ...part };
    const { goals, sections } = next;
    onChange({ ...next, indicators: next.indicators && goals && sections, linkages: next.linkages && goals });
  };
  return (
    <>
      <SelectField
        label="Begin with"
        options={[
          { value: '', label: 'An empty tree' },
          ...strategies.map((each) => ({ value: each.id, label: `A copy of ${strategyName(each)}` })),
        ]}
        value={copy?.strategy ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : copyOf(target.value))}
      />
      {copy !== null && (
        <fieldset className="choice">
          <legend className="usa-label">What the copy takes along</legend>
          <Checkbox label="Goals and objectives" checked={copy.goals} onChange={(goals) => change({ goals })} />
          <Checkbox label="Sections" checked={copy.sections} onChange={(sections) => change({ sections })} />
          <Checkbox
            label="Indicators in force with their definitions (needs goals and sections)"
            checked={copy.indicators}
            disabled={!(copy.goals && copy.sections)}
            onChange={(indicators) => change({ indicators })}
          />
          <Checkbox
            label="Frameworks and linkages (needs goals)"
            checked={copy.linkages}
            disabled={!copy.goals}
            onChange={(linkages) => change({ linkages })}
          />
          <p className="usa-hint">
            Targets, values, notes and reviews stay in the old strategy. Copied indicators are proposed anew, and lead
            back to the figures that they continue.
          </p>
        </fieldset>
      )}
    </>
  );
};

const emptyHead: HeadDraft = {
  ...{ title: '', organization: '', acronym: '', vision: '', missionSummary: '' },
  ...{ firstYear: '', lastYear: '' },
};

const NewForm = ({ strategies }: { strategies: readonly StrategyLine[] }) => {
  const latest = strategies.findLast(({ state }) => state !== 'draft');
  const [copy, setCopy] = useState<Copy | null>(latest === undefined ? null : copyOf(latest.id));
  const [head, setHead] = useState(emptyHead);
  const [isBusy, setBusy] = useState(false);
  const { findings, refusal, errorAt, show, refuse } = useFindings();
  const form = useFocusError<HTMLFormElement>(findings);
  const writes = useStrategyWrites();
  const navigate = useNavigate();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = findInHead(headOf(head));
    show(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const { id } = await writes.create({ ...headOf(head), copy });
      announce('The draft is saved');
      await navigate({ to: '/admin/strategies/$id', params: { id } });
    } catch (error) {
      setBusy(false);
      refuse(error);
    }
  };
  return (
    <form ref={form} className="stack tree-form" onSubmit={(event) => void submit(event)} noValidate>
      <CopyFields strategies={strategies} copy={copy} onChange={setCopy} />
      <HeadFields head={head} onChange={setHead} errorAt={errorAt} />
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? 'Saving…' : 'Save as a draft'}
        </Button>
        <LinkButton to="/admin/strategies">Cancel</LinkButton>
      </div>
    </form>
  );
};

/** The next strategy: its words and years, and what it begins with. */
export const NewStrategyScreen = () => {
  const query = useQuery(managedQuery);
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/admin/strategies">Strategies</Link>
      </Breadcrumbs>
      <header className="page-head">
        <PageHeading title="New strategy" />
      </header>
      <ManagersOnly>
        <Loaded query={query} what="The strategies" placeholder={<Loading what="the strategies" height={480} />}>
          {(strategies) => <NewForm strategies={strategies} />}
        </Loaded>
      </ManagersOnly>
    </div>
  );
};
