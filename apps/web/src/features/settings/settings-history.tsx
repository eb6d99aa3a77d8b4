import type { Ref } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import type { OfficeSettings } from './settings-queries.ts';
import { settingName, settingWords } from './settings-words.ts';

type Change = OfficeSettings['history'][number];

const columns: readonly Column<Change>[] = [
  { key: 'setting', head: 'Setting', rowHead: true, cell: ({ setting }) => settingName(setting) },
  { key: 'before', head: 'Before', cell: ({ setting, before }) => settingWords(setting, before) },
  { key: 'after', head: 'Since then', cell: ({ setting, after }) => settingWords(setting, after) },
  {
    key: 'who',
    head: 'Who, when and why',
    cell: ({ person, at, reason }) => (
      <>
        {person}, {formatInstant(at)}
        {reason !== null && <span className="settings__reason">{reason}</span>}
      </>
    ),
  },
];

type SettingsHistoryProps = Pick<OfficeSettings, 'history'> & {
  /** Its heading: whoever saved goes on reading here. */
  readonly headingRef: Ref<HTMLHeadingElement>;
};

/** What was changed in the settings, newest first. */
export const SettingsHistory = ({ history, headingRef }: SettingsHistoryProps) => (
  <section aria-labelledby="settings-history" className="stack">
    <h2 ref={headingRef} id="settings-history" tabIndex={-1}>
      What was changed
    </h2>
    {history.length === 0 ? (
      <p className="soft">No setting has been changed yet.</p>
    ) : (
      <DataTable
        caption="Changes of the settings, newest first"
        captionHidden
        narrow="cards"
        columns={columns}
        rows={history}
        rowKey={({ setting, at }) => `${setting} ${at}`}
      />
    )}
  </section>
);
