import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { useStrategy } from '../../lib/session.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { Button, DownloadButton } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { frameworkName } from './linkage-words.ts';
import { LoadPreview } from './load-preview.tsx';
import { type FrameworkLoad, frameworkTemplateAddress, type LoadInput, useFrameworkLoad } from './load-queries.ts';
import { changesAnything, loadSentence } from './load-words.ts';
import type { Framework } from './sight.ts';

/** The choice of a framework that is not there yet. */
const isNew = '';

type Looked = { readonly input: LoadInput; readonly load: FrameworkLoad };
type Refused = { readonly pointer: string; readonly words: string };

/** What was chosen, what became of looking at it, and of saving it. */
const useLoad = () => {
  const { look, save } = useFrameworkLoad();
  const [looked, setLooked] = useState<Looked>();
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<Looked>) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const next = await work();
      setLooked(next);
      announce(next.load.saved ? `${next.load.framework.code} is saved` : loadSentence(next.load));
    } catch (error) {
      const current = currentOf<FrameworkLoad>(error);
      if (current !== undefined && looked !== undefined) setLooked({ ...looked, load: current });
      const pointer = error instanceof ApiProblem ? (error.errors[0]?.pointer ?? '') : '';
      setRefused({ pointer, words: reasonOf(error) });
    }
    setBusy(false);
  };
  return {
    looked,
    refused,
    isBusy,
    forget: () => {
      setLooked(undefined);
      setRefused(undefined);
    },
    refuse: setRefused,
    lookAt: (input: LoadInput) => attempt(async () => ({ input, load: await look(input) })),
    saveLooked: (gone: 'keep' | 'remove') =>
      attempt(async () => {
        if (looked === undefined) throw new Error('Nothing was looked at yet.');
        const { input, load } = looked;
        return { input, load: await save(input, load.framework.version, gone) };
      }),
  };
};

/** The file as it is now: what is looked at is what is saved, whatever happens to it on the disk. */
const heldFile = async (file: File): Promise<File> => new File([await file.arrayBuffer()], file.name);

export const LoadForm = ({ frameworks }: { frameworks: readonly Framework[] }) => {
  const strategy = useStrategy().id;
  const loading = useLoad();
  const [chosen, setChosen] = useState(isNew);
  const [code, setCode] = useState('');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const { refused, looked, isBusy, forget } = loading;
  const errorAt = (pointer: string) => (refused?.pointer === pointer ? refused.words : undefined);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return loading.refuse({ pointer: '/file', words: 'Choose a CSV file first' });
    await loading.lookAt({ code: chosen === isNew ? code.trim() : chosen, title, file: await heldFile(file) });
  };
  const options = [
    { value: isNew, label: 'A new framework' },
    ...frameworks.map((each) => ({ value: each.code, label: frameworkName(each) })),
  ];
  return (
    <div className="stack stack--wide">
      <form className="stack load-form" onSubmit={(event) => void submit(event)} onChange={forget} noValidate>
        <SelectField
          label="Framework"
          options={options}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        />
        {chosen === isNew && (
          <>
            <TextField
              label="Code"
              hint="Short, for the switch between frameworks, for example SDG-2030"
              error={errorAt('/code')}
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            <TextField
              label="Title"
              hint="As it was published"
              error={errorAt('/title')}
              maxLength={400}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </>
        )}
        <TextField
          type="file"
          label="CSV file"
          hint="Columns: code, parent, level, text; label and quote if you like. Up to 1 MB and 2,000 rows."
          accept=".csv,text/csv"
          error={errorAt('/file')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <div className="row">
          <Button type="submit" kind={looked === undefined ? 'primary' : 'secondary'} disabled={isBusy}>
            {isBusy ? 'Reading the file\u2026' : 'Look at what it would do'}
          </Button>
          <DownloadButton href={frameworkTemplateAddress(strategy, chosen === isNew ? null : chosen)} download>
            {chosen === isNew ? 'Download a template' : 'Download it as it is'}
          </DownloadButton>
        </div>
      </form>
      {refused !== undefined && !['/code', '/title', '/file'].includes(refused.pointer) && (
        <Notice kind="error" announced title={refused.words} />
      )}
      {looked !== undefined && (
        <Outcome
          key={`${looked.load.saved} ${looked.load.framework.version}`}
          looked={looked}
          isBusy={isBusy}
          onSave={loading.saveLooked}
        />
      )}
    </div>
  );
};

type OutcomeProps = {
  readonly looked: Looked;
  readonly isBusy: boolean;
  readonly onSave: (gone: 'keep' | 'remove') => Promise<void>;
};

const Outcome = ({ looked: { load }, isBusy, onSave }: OutcomeProps) => {
  const [gone, setGone] = useState<'keep' | 'remove'>('keep');
  const heading = useRef<HTMLHeadingElement>(null);
  // What came stands below what was pressed: reading goes on there.
  useEffect(() => heading.current?.focus(), []);
  const { counts, framework, saved, notices } = load;
  return (
    <section aria-labelledby="outcome" className="stack">
      <h2 id="outcome" ref={heading} tabIndex={-1}>
        {saved ? `${framework.title} is saved` : `What the file would do to ${framework.title}`}
      </h2>
      {saved ? (
        <Notice kind="done" title={loadSentence(load)}>
          <Link to="/linkages" search={(previous) => ({ ...previous, framework: framework.code })}>
            Go to its line of sight
          </Link>
        </Notice>
      ) : (
        <Notice kind={counts.refused > 0 ? 'error' : 'information'} title={loadSentence(load)}>
          {counts.refused > 0
            ? 'Mend the rows in the file, choose it again and look again.'
            : 'Nothing is saved yet. Past days keep what stood then.'}
        </Notice>
      )}
      {notices.map((notice) => (
        <Notice key={notice} kind="warning" title={notice} />
      ))}
      {!saved && counts.refused === 0 && counts.gone > 0 && (
        <RadioGroup
          label="What becomes of elements that are not in the file?"
          options={[
            { value: 'keep', label: 'They stay' },
            { value: 'remove', label: 'They are removed', hint: 'Past days still show them' },
          ]}
          value={gone}
          onChange={setGone}
        />
      )}
      {!saved && counts.refused === 0 && (
        <div className="row">
          {changesAnything(load, gone === 'remove') ? (
            <Button kind="primary" disabled={isBusy} onClick={() => void onSave(gone)}>
              Save the framework
            </Button>
          ) : (
            <p>The file says what is recorded: there is nothing to save.</p>
          )}
        </div>
      )}
      <LoadPreview load={load} />
    </section>
  );
};
