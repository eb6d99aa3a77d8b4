import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { currentOf } from '../../lib/stale-write.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { SealForm } from './seal-form.tsx';
import { bodyOf, changesReading, draftOf } from './settings-draft.ts';
import { PaperFields, ReadingFields, ReminderFields, WorkFields } from './settings-fields.tsx';
import { SettingsHistory } from './settings-history.tsx';
import { type OfficeSettings, settingsQuery, useSaveSettings } from './settings-queries.ts';
import { settingName, settingWords } from './settings-words.ts';
import './settings.scss';

const fields = ['threshold', 'assessmentNames', 'selfApproval', 'evidenceSizeLimit', 'reminders', 'papers'] as const;

const areSame = (one: OfficeSettings, other: OfficeSettings): boolean =>
  fields.every((each) => JSON.stringify(one[each]) === JSON.stringify(other[each]));

type TheirsProps = { readonly seen: OfficeSettings; readonly theirs: OfficeSettings; readonly onTake: () => void };

/** Somebody else saved in between: what they changed, before anything is written over it. */
const Theirs = ({ seen, theirs, onTake }: TheirsProps) => {
  const changed = fields.filter((each) => JSON.stringify(seen[each]) !== JSON.stringify(theirs[each]));
  const who = theirs.history[0]?.person ?? 'Somebody';
  return (
    <Notice kind="warning" announced title={`${who} changed the settings while you had them open; yours are not saved`}>
      <ul>
        {changed.map((each) => (
          <li key={each}>{`${settingName(each)} is now: ${settingWords(each, theirs[each])}`}</li>
        ))}
      </ul>
      <p>Look at them: saving once more writes yours over them.</p>
      <Button size="small" onClick={onTake}>
        Take theirs
      </Button>
    </Notice>
  );
};

type SettingsFormProps = { readonly settings: OfficeSettings; readonly onSaved: () => void };

const useSettingsForm = ({ settings, onSaved }: SettingsFormProps) => {
  const [seen, setSeen] = useState(settings);
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [theirs, setTheirs] = useState<OfficeSettings>();
  const [isBusy, setBusy] = useState(false);
  const { findings, unplaced, errorAt, refuse, show } = useFindings();
  const save = useSaveSettings();
  const begin = (from: OfficeSettings) => {
    setSeen(from);
    setDraft(draftOf(from));
    setTheirs(undefined);
    show([]);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      // a new seal raises the version too, and touches nothing of this form
      const { version } = theirs ?? (areSame(settings, seen) ? settings : seen);
      begin(await save(version, bodyOf(draft)));
      announce('The settings are saved');
      onSaved();
    } catch (error) {
      const current = currentOf<OfficeSettings>(error);
      if (current === undefined) refuse(error);
      else setTheirs(current);
    }
    setBusy(false);
  };
  const change = (wanted: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...wanted }));
  return { seen, draft, change, theirs, begin, isBusy, findings, unplaced, errorAt, submit };
};

const SettingsForm = (props: SettingsFormProps) => {
  const { seen, draft, change, theirs, begin, isBusy, findings, unplaced, errorAt, submit } = useSettingsForm(props);
  const form = useFocusError<HTMLFormElement>(findings);
  const asksReason = changesReading(draft, theirs ?? seen);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(seen));
  const group = { draft, onChange: change, errorAt };
  return (
    <form ref={form} className="settings" onSubmit={(event) => void submit(event)} noValidate>
      <ReadingFields {...group} />
      <ReminderFields {...group} mails={props.settings.mails} />
      <WorkFields {...group} />
      <PaperFields {...group} />
      {asksReason && (
        <TextField
          label="Reason"
          hint="Why results are rated differently from today on. It is kept in the history below."
          value={draft.reason}
          onChange={({ target }) => change({ reason: target.value })}
          error={errorAt('/reason')}
        />
      )}
      {theirs !== undefined && <Theirs seen={seen} theirs={theirs} onTake={() => begin(theirs)} />}
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy || !isChanged}>
          {isBusy ? 'Saving…' : 'Save the settings'}
        </Button>
        {isChanged && <Button onClick={() => begin(theirs ?? seen)}>Discard the changes</Button>}
      </div>
    </form>
  );
};

const Settings = () => {
  const query = useQuery(settingsQuery);
  const history = useRef<HTMLHeadingElement>(null);
  // the buttons that were pressed rest once everything is saved
  const goOn = () => history.current?.focus();
  return (
    <Loaded query={query} what="The settings" placeholder={<Loading what="the settings" blocks={[420, 220, 180]} />}>
      {(settings) => (
        <div className="stack stack--wide">
          <SettingsForm settings={settings} onSaved={goOn} />
          <SealForm key={settings.version} settings={settings} onSaved={goOn} />
          <SettingsHistory history={settings.history} headingRef={history} />
        </div>
      )}
    </Loaded>
  );
};

/** What an office decides for itself, for all its strategies. */
export const SettingsScreen = () => (
  <div className="page">
    <header className="page-head">
      <PageHeading title="Settings" />
    </header>
    {useSession().person?.permissions.includes('change settings') ? (
      <Settings />
    ) : (
      <Empty title="The settings are for administrators">
        <p>
          Ask an administrator to change one. <Link to="/method">How results are rated</Link>
        </p>
      </Empty>
    )}
  </div>
);
