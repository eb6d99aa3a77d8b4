import { type ChangeEvent, type FormEvent, useState } from 'react';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { type OfficeSettings, type SealBody, sealAddress, useSetSeal } from './settings-queries.ts';

const base64Of = async (file: File): Promise<string> => {
  let binary = '';
  for (const byte of new Uint8Array(await file.arrayBuffer())) binary += String.fromCharCode(byte);
  return btoa(binary);
};

/** More than this is refused anyway, and need not be sent. */
const largest = 500_000;
const tooLarge = { pointer: '/picture/data', detail: 'Choose a PNG or JPEG picture of at most 500 kB.' };

type SealFormProps = { readonly settings: OfficeSettings; readonly onSaved: () => void };

const useSealForm = ({ settings: { version }, onSaved }: SealFormProps) => {
  const [file, setFile] = useState<File>();
  const [description, setDescription] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { findings, unplaced, errorAt, refuse, show } = useFindings();
  const set = useSetSeal();
  const save = async (picture: SealBody['picture'], words: string) => {
    setBusy(true);
    try {
      await set(version, { picture });
      announce(words);
      onSaved();
    } catch (error) {
      refuse(error);
      setBusy(false);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === undefined) return show([{ pointer: '/picture/data', detail: 'Choose a picture first.' }]);
    if (file.size > largest) return show([tooLarge]);
    await save({ data: await base64Of(file), description }, 'The seal is saved');
  };
  const remove = () => void save(null, 'The seal is taken away');
  return { setFile, description, setDescription, isBusy, findings, unplaced, errorAt, submit, remove };
};

/** The picture at the head of papers: shown, replaced, taken away. */
export const SealForm = (props: SealFormProps) => {
  const { settings } = props;
  const { setFile, description, setDescription, isBusy, findings, unplaced, errorAt, submit, remove } =
    useSealForm(props);
  const form = useFocusError<HTMLFormElement>(findings);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => setFile(target.files?.[0]);
  return (
    <section aria-labelledby="seal" className="settings__group">
      <h2 id="seal">Seal on papers</h2>
      {settings.seal === null ? (
        <p className="soft">Word and PDF files have no seal yet.</p>
      ) : (
        <div className="settings__seal">
          <img src={sealAddress(settings)} alt={settings.seal.description} />
          <Button size="small" kind="danger" disabled={isBusy} onClick={remove}>
            Take the seal away
          </Button>
        </div>
      )}
      <form
        ref={form}
        className="settings__group settings__seal-form"
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <TextField
          label={settings.seal === null ? 'Picture' : 'Another picture'}
          hint="PNG or JPEG, at most 500 kB. It is 0.9 inches high on the paper."
          type="file"
          accept="image/png,image/jpeg"
          onChange={choose}
          error={errorAt('/picture/data')}
        />
        <TextField
          label="What the picture shows"
          hint="Read aloud to people who cannot see it, for example: Seal of the Department of State."
          value={description}
          onChange={({ target }) => setDescription(target.value)}
          error={errorAt('/picture/description')}
          maxLength={400}
        />
        {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
        <div>
          <Button type="submit" disabled={isBusy}>
            {isBusy ? 'Saving…' : 'Put this picture on papers'}
          </Button>
        </div>
      </form>
    </section>
  );
};
