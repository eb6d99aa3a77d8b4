import { isWebAddress, sizeWords } from '@fbs/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { EvidenceWays } from './evidence-ways.ts';
import { chosenEndings } from './evidence-words.ts';

type FormProps = {
  readonly ways: EvidenceWays;
  readonly onDone: () => void;
};

type Refused = { readonly file?: string; readonly url?: string; readonly title?: string; readonly other?: string };

/** A refusal stands at the field that it is about. */
const refusedBy = (error: unknown): Refused => {
  const pointer = error instanceof ApiProblem ? error.errors[0]?.pointer : undefined;
  const reason = reasonOf(error);
  // a link of a list is "/evidence/3/url"
  const field = (['file', 'url', 'title'] as const).find((name) => pointer?.endsWith(`/${name}`));
  return { [field ?? 'other']: reason };
};

type FrameProps = {
  readonly name: string;
  /** How far it is, while it is sent. */
  readonly busy: ReactNode;
  readonly refused: Refused;
  readonly onSubmit: () => Promise<void>;
  readonly onDone: () => void;
  readonly children: ReactNode;
};

const AddForm = ({ name, busy, refused, onSubmit, onDone, children }: FrameProps) => {
  const form = useRef<HTMLFormElement>(null);
  const [isBusy, setBusy] = useState(false);
  // the button that opened the form is still there; whoever pressed it wants to go on in the form
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  // a new object with every answer: the field to mend takes the focus, and a screen reader says what is wrong with it
  useEffect(() => {
    if (Object.keys(refused).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    void onSubmit().finally(() => setBusy(false));
  };
  return (
    <form ref={form} className="evidence-form" onSubmit={submit} noValidate>
      {children}
      {refused.other !== undefined && <Notice kind="error" announced title={refused.other} />}
      {isBusy && busy}
      <div className="evidence-form__actions">
        <Button type="submit" size="small" kind="primary" disabled={isBusy}>
          {isBusy ? 'Adding\u2026' : name}
        </Button>
        <Button size="small" disabled={isBusy} onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

const problemOf = (file: File | null, sizeLimit: number): string | undefined => {
  if (file === null) return 'Choose a file first';
  if (file.size === 0) return 'This file is empty: choose another one';
  if (file.size <= sizeLimit * 1_000_000) return undefined;
  return `This file has ${sizeWords(file.size)}: choose one of up to ${sizeLimit} MB, or add a link to it`;
};

type AddFileProps = FormProps & {
  /** What was dropped, for the form to begin with. */
  readonly dropped: FileList | undefined;
};

export const AddFile = ({ ways, dropped, onDone }: AddFileProps) => {
  const { sizeLimit } = ways;
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [title, setTitle] = useState('');
  const [refused, setRefused] = useState<Refused>({});
  const [sent, setSent] = useState<number | null>(null);
  const take = (files: FileList | null) => {
    const [first = null, ...others] = files ?? [];
    setFile(others.length === 0 ? first : null);
    setRefused(others.length === 0 ? {} : { file: `These are ${others.length + 1} files: add one at a time` });
  };
  useEffect(() => {
    if (dropped === undefined || input.current === null) return;
    // as if it had been chosen: the field says its name
    input.current.files = dropped;
    take(dropped);
  }, [dropped]);
  const sending = file === null ? '' : `Sending ${file.name} (${sizeWords(file.size)})\u2026`;
  const far = sent === null ? '' : ` ${Math.floor(sent * 100)}%`;
  const submit = async () => {
    const problem = problemOf(file, sizeLimit);
    if (file === null || problem !== undefined) return setRefused({ file: problem ?? '' });
    setRefused({});
    setSent(null);
    announce(sending);
    try {
      await ways.addFile(file, title.trim(), setSent);
    } catch (error) {
      return setRefused(refusedBy(error));
    }
    announce(`${file.name} is added`);
    onDone();
  };
  return (
    <AddForm
      name="Add the file"
      busy={<ProgressBar words={`${sending}${far}`} share={sent} />}
      refused={refused}
      onSubmit={submit}
      onDone={onDone}
    >
      <TextField
        label="File"
        hint={`PDF, Word, Excel, CSV, PNG, JPEG or plain text, up to ${sizeLimit} MB`}
        type="file"
        accept={chosenEndings}
        error={refused.file}
        ref={input}
        onChange={(event) => take(event.target.files)}
      />
      <TextField
        label="What it shows"
        optional
        maxLength={200}
        value={title}
        error={refused.title}
        onChange={(event) => setTitle(event.target.value)}
      />
    </AddForm>
  );
};

export const AddLink = ({ ways, onDone }: FormProps) => {
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [refused, setRefused] = useState<Refused>({});
  const submit = async () => {
    const missing = {
      ...(title.trim() === '' && { title: 'Enter what the link shows' }),
      ...(!isWebAddress(url.trim()) && { url: 'Enter a web address, for example https://www.state.gov/report' }),
    };
    setRefused(missing);
    if (Object.keys(missing).length > 0) return;
    try {
      await ways.addLink({ title: title.trim(), url: url.trim() });
    } catch (error) {
      return setRefused(refusedBy(error));
    }
    announce(`The link ${title.trim()} is added`);
    onDone();
  };
  return (
    <AddForm
      name="Add the link"
      busy={<p className="small soft">{'Saving the link\u2026'}</p>}
      refused={refused}
      onSubmit={submit}
      onDone={onDone}
    >
      <TextField
        label="What it shows"
        maxLength={200}
        value={title}
        error={refused.title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label="Web address"
        inputMode="url"
        maxLength={2000}
        value={url}
        error={refused.url}
        onChange={(event) => setUrl(event.target.value)}
      />
    </AddForm>
  );
};
