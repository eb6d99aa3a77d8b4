import { fileSentence } from '@fbs/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { heldFile } from '../../lib/held-file.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { strategyName } from '../../lib/strategy-name.ts';
import { Button, DownloadButton } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { FileOutcome } from './file-outcome.tsx';
import { outlineTemplate, type StrategyFile, useStrategyFiles } from './import-queries.ts';
import type { StrategyLine } from './strategies-queries.ts';

type Looked = { readonly file: File; readonly answer: StrategyFile };
type Refused = { readonly pointer: string; readonly words: string };

/** Which file, and whether it holds a new strategy or a newer edition of one. */
export const ImportForm = ({ strategies, into }: { strategies: readonly StrategyLine[]; into: string }) => {
  const [chosen, setChosen] = useState(strategies.some(({ id }) => id === into) ? into : '');
  const [file, setFile] = useState<File | null>(null);
  const [looked, setLooked] = useState<Looked>();
  const [refused, setRefused] = useState<Refused>();
  const [isBusy, setBusy] = useState(false);
  const form = useFocusError<HTMLFormElement>(refused);
  const { look } = useStrategyFiles();
  const forget = () => {
    setLooked(undefined);
    setRefused(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    forget();
    if (file === null) return setRefused({ pointer: '/file', words: 'Choose a file first' });
    setBusy(true);
    try {
      const held = await heldFile(file);
      const answer = await look(held, chosen);
      setLooked({ file: held, answer });
      announce(fileSentence(answer));
    } catch (error) {
      const pointer = error instanceof ApiProblem ? (error.errors[0]?.pointer ?? '') : '';
      setRefused({ pointer, words: reasonOf(error) });
    }
    setBusy(false);
  };
  return (
    <div className="stack stack--wide">
      <form
        ref={form}
        className="stack tree-form"
        onSubmit={(event) => void submit(event)}
        onChange={forget}
        noValidate
      >
        <SelectField
          label="The file holds"
          options={[
            { value: '', label: 'A new strategy' },
            ...strategies.map((each) => ({ value: each.id, label: `A newer edition of ${strategyName(each)}` })),
          ]}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        />
        <TextField
          type="file"
          label="File"
          hint="StratML Part 1 or 2 (.xml), an outline (.xlsx, .csv), or a record or review of this product (.json). Up to 50 MB."
          accept=".xml,.stratml,.xlsx,.csv,.json"
          error={refused?.pointer === '/file' ? refused.words : undefined}
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <div className="row">
          <Button type="submit" kind={looked === undefined ? 'primary' : 'secondary'} disabled={isBusy}>
            {isBusy ? 'Reading the file…' : 'Look at what it holds'}
          </Button>
          <DownloadButton href={outlineTemplate('xlsx')} download>
            Download an outline (Excel)
          </DownloadButton>
          <DownloadButton href={outlineTemplate('csv')} download>
            As CSV
          </DownloadButton>
        </div>
      </form>
      {refused !== undefined && refused.pointer !== '/file' && <Notice kind="error" announced title={refused.words} />}
      {looked !== undefined && <FileOutcome answer={looked.answer} file={looked.file} />}
    </div>
  );
};
