import type { EntryRow } from '@fbs/contract';
import { entryStateLabels, entryStates, indicatorRoleLabels, indicatorRoles } from '@fbs/core';
import { plural } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type BulkKind, mayBe } from './bulk-actions.ts';
import { type EntryFilters, noOwner } from './entry-filters.ts';
import type { EntryList } from './entry-queries.ts';
import type { EntrySearch } from './entry-search.ts';
import { FilterSelect } from './filter-select.tsx';
import { ImportLink } from './import-link.tsx';

type EntryToolbarProps = {
  readonly sections: EntryList['sections'];
  readonly goals: EntryList['goals'];
  readonly owners: readonly string[];
  readonly filters: EntryFilters;
  readonly onFilter: (change: Pick<EntrySearch, 'section' | 'goal' | 'owner' | 'state' | 'role'>) => void;
  readonly onFind: (text: string) => void;
  readonly saving: SavingState;
  readonly undo: UndoState;
  readonly rows: readonly EntryRow[];
  readonly selected: readonly EntryRow[];
  readonly isBusy: boolean;
  readonly onBulk: (kind: BulkKind, rows: readonly EntryRow[]) => void;
};

export type SavingState = {
  readonly saving: number;
  /** Cells that are sent once the server can be reached again. */
  readonly waiting: number;
  readonly unsaved: number;
  /** The moment of the last save, on the clock of whoever reads it. */
  readonly savedAt: string | null;
  readonly onShowUnsaved: () => void;
  readonly onSendNow: () => void;
};

type UndoState = {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
};

export const EntryToolbar = (props: EntryToolbarProps) => {
  const { sections, goals, owners, filters, onFilter, onFind, saving, undo } = props;
  const labelled = <T extends string>(words: readonly T[], labels: Readonly<Record<T, string>>) =>
    words.map((value) => ({ value, label: labels[value] }));
  return (
    <div className="tools">
      <search className="tools__filters" aria-label="Indicators shown">
        <FilterSelect
          label="Section"
          value={filters.section}
          options={sections.map(({ code, name }) => ({ value: code, label: `${code}: ${name}` }))}
          onChange={(section) => onFilter({ section })}
        />
        <FilterSelect
          label="Goal"
          value={filters.goal}
          options={goals.map(({ code, shortName }) => ({ value: code, label: `${code}: ${shortName}` }))}
          onChange={(goal) => onFilter({ goal })}
        />
        <FilterSelect
          label="Owner"
          value={filters.owner}
          options={[...owners.map((owner) => ({ value: owner, label: owner })), { value: noOwner, label: 'No owner' }]}
          onChange={(owner) => onFilter({ owner })}
        />
        <FilterSelect
          label="State"
          value={filters.state}
          options={labelled(entryStates, entryStateLabels)}
          onChange={(state) => onFilter({ state })}
        />
        <FilterSelect
          label="Role"
          value={filters.role}
          options={labelled(indicatorRoles, indicatorRoleLabels)}
          onChange={(role) => onFilter({ role })}
        />
        <label className="filter">
          <span>Find</span>
          <input
            type="search"
            value={filters.text}
            data-chosen={filters.text !== '' || undefined}
            onChange={(event) => onFind(event.target.value)}
          />
        </label>
      </search>
      <div className="tools__actions">
        <SavedMark {...saving} />
        <UndoButtons {...undo} />
        <ImportLink />
        <BulkButtons {...props} />
      </div>
    </div>
  );
};

const SavedMark = ({ saving, waiting, unsaved, savedAt, onShowUnsaved, onSendNow }: SavingState) => (
  <>
    {waiting > 0 && (
      <span className="small tools__waiting">
        <Icon name="clock" /> {plural(waiting, 'cell')} waiting for the connection{' '}
        <button type="button" className="link-button" onClick={onSendNow}>
          Send now
        </button>
      </span>
    )}
    {unsaved > 0 && (
      <button type="button" className="link-button tools__unsaved" onClick={onShowUnsaved}>
        <Icon name="warning" /> {plural(unsaved, 'cell')} not saved
      </button>
    )}
    {waiting + unsaved === 0 && <AllSaved saving={saving} savedAt={savedAt} />}
  </>
);

const AllSaved = ({ saving, savedAt }: Pick<SavingState, 'saving' | 'savedAt'>) => {
  if (saving > 0) return <span className="small soft">Saving …</span>;
  return savedAt === null ? null : <span className="small soft">All changes saved {savedAt}</span>;
};

const UndoButtons = ({ canUndo, canRedo, onUndo, onRedo }: UndoState) =>
  canUndo || canRedo ? (
    <>
      <Button kind="quiet" size="small" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={onUndo}>
        Undo
      </Button>
      <Button kind="quiet" size="small" disabled={!canRedo} aria-keyshortcuts="Control+Y" onClick={onRedo}>
        Redo
      </Button>
    </>
  ) : null;

const words: Readonly<Record<BulkKind, string>> = { submit: 'Submit', approve: 'Approve', return: 'Return' };

const BulkButtons = ({ rows, selected, isBusy, onBulk }: EntryToolbarProps) => {
  const drafts = rows.filter((row) => mayBe('submit', row));
  if (selected.length === 0) {
    return drafts.length === 0 ? null : (
      <Button kind="primary" disabled={isBusy} onClick={() => onBulk('submit', drafts)}>
        Submit {plural(drafts.length, 'draft')}
      </Button>
    );
  }
  const kinds = (['submit', 'approve', 'return'] as const)
    .map((kind) => ({ kind, able: selected.filter((row) => mayBe(kind, row)) }))
    .filter(({ able }) => able.length > 0);
  if (kinds.length === 0) {
    return (
      <span className="small soft">{plural(selected.length, 'row')} selected; nothing to submit or to decide</span>
    );
  }
  return kinds.map(({ kind, able }, index) => (
    <Button
      key={kind}
      kind={index === 0 ? 'primary' : 'secondary'}
      disabled={isBusy}
      onClick={() => onBulk(kind, kind === 'return' ? able : selected)}
    >
      {words[kind]} {able.length}
      {able.length < selected.length && ` of ${selected.length}`} selected{kind === 'return' ? ' …' : ''}
    </Button>
  ));
};
