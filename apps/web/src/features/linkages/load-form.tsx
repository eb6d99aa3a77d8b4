import { type FormEvent, useState } from 'react';
import { heldFile } from '../../lib/held-file.ts';
import { useStrategy } from '../../lib/session.ts';
import { Button, DownloadButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { FrameworkRemoval } from './framework-removal.tsx';
import { frameworkName } from './linkage-words.ts';
import type { LinkagesPage } from './linkages-queries.ts';
import { LoadOutcome } from './load-outcome.tsx';
import { frameworkTemplateAddress } from './load-queries.ts';
import type { Framework } from './sight.ts';
import { useLoad } from './use-load.ts';

/** The choice of a framework that is not there yet. */
const isNew = '';

type Fields = { readonly chosen: string; readonly code: string; readonly title: string };

type FrameworkFieldsProps = {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
  readonly frameworks: readonly Framework[];
  readonly errorAt: (pointer: string) => string | undefined;
};

/** Which framework: one that is there, or a new one with its code and title. */
const FrameworkFields = ({ fields, onChange, frameworks, errorAt }: FrameworkFieldsProps) => (
  <>
    <SelectField
      label="Framework"
      options={[
        { value: isNew, label: 'A new framework' },
        ...frameworks.map((each) => ({ value: each.code, label: frameworkName(each) })),
      ]}
      value={fields.chosen}
      onChange={(event) => onChange({ ...fields, chosen: event.target.value })}
    />
    {fields.chosen === isNew && (
      <>
        <TextField
          label="Code"
          hint="Short, for the switch between frameworks, for example SDG-2030"
          error={errorAt('/code')}
          maxLength={40}
          value={fields.code}
          onChange={(event) => onChange({ ...fields, code: event.target.value })}
        />
        <TextField
          label="Title"
          hint="As it was published"
          error={errorAt('/title')}
          maxLength={400}
          value={fields.title}
          onChange={(event) => onChange({ ...fields, title: event.target.value })}
        />
      </>
    )}
  </>
);

const atFields = ['/code', '/title', '/file'];

/** What is to be loaded, and below it what that would do. */
export const LoadForm = ({ page: { frameworks, linkages } }: { page: LinkagesPage }) => {
  const strategy = useStrategy().id;
  const { looked, refused, isBusy, forget, refuse, lookAt, saveLooked } = useLoad();
  const [fields, setFields] = useState<Fields>({ chosen: isNew, code: '', title: '' });
  const [file, setFile] = useState<File | null>(null);
  const errorAt = (pointer: string) => (refused?.pointer === pointer ? refused.words : undefined);
  const { chosen, title } = fields;
  const form = useFocusError<HTMLFormElement>(refused);
  const existing = frameworks.find(({ code }) => code === chosen);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return refuse({ pointer: '/file', words: 'Choose a CSV file first' });
    await lookAt({ code: chosen === isNew ? fields.code.trim() : chosen, title, file: await heldFile(file) });
  };
  return (
    <div className="stack stack--wide">
      <form
        ref={form}
        className="stack load-form"
        onSubmit={(event) => void submit(event)}
        onChange={forget}
        noValidate
      >
        <FrameworkFields fields={fields} onChange={setFields} frameworks={frameworks} errorAt={errorAt} />
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
      {existing !== undefined && looked === undefined && (
        <FrameworkRemoval
          key={existing.code}
          framework={existing}
          linkages={linkages.filter(({ framework }) => framework === existing.code).length}
          onRemoved={() => setFields({ ...fields, chosen: isNew })}
        />
      )}
      {refused !== undefined && !atFields.includes(refused.pointer) && (
        <Notice kind="error" announced title={refused.words} />
      )}
      {looked !== undefined && (
        <LoadOutcome
          key={`${looked.load.saved} ${looked.load.framework.version}`}
          load={looked.load}
          isBusy={isBusy}
          onSave={saveLooked}
        />
      )}
    </div>
  );
};
