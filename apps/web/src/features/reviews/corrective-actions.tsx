import type { CorrectiveAction, ReviewSection } from '@fbs/contract';
import { correctiveActionStateLabels } from '@fbs/core';
import { useState } from 'react';
import { formatDay, formatYear } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ActionUpdateDialog } from './action-update-dialog.tsx';
import { partIds } from './gate-links.ts';
import { NewActionDialog } from './new-action-dialog.tsx';
import type { ReviewWrites } from './use-review-writes.ts';

type CorrectiveActionsProps = { readonly section: ReviewSection; readonly writes: ReviewWrites };

/** What is done about what was missed: who, by when, and how it stands. Open ones come back every year until closed. */
export const CorrectiveActions = ({ section, writes }: CorrectiveActionsProps) => {
  const { year, actions, rights } = section;
  const [updating, setUpdating] = useState<CorrectiveAction | null>(null);
  const [isAdding, setAdding] = useState(false);
  return (
    <section className="review__part" aria-labelledby="actions">
      <h3 id="actions">Corrective actions</h3>
      {actions.length === 0 ? (
        <p className="faint">There are none.</p>
      ) : (
        <DataTable
          caption="Corrective actions"
          captionHidden
          columns={columnsOf(year, rights.write ? setUpdating : undefined)}
          rows={actions}
          rowKey={({ id }) => id}
          narrow="cards"
        />
      )}
      {rights.write && (
        <div>
          <Button onClick={() => setAdding(true)}>Add a corrective action …</Button>
        </div>
      )}
      {updating !== null && (
        <ActionUpdateDialog action={updating} year={year} writes={writes} onClose={() => setUpdating(null)} />
      )}
      {isAdding && (
        <NewActionDialog objective={section.objective} year={year} writes={writes} onClose={() => setAdding(false)} />
      )}
    </section>
  );
};

const columnsOf = (
  year: number,
  onUpdate: ((action: CorrectiveAction) => void) | undefined,
): readonly Column<CorrectiveAction>[] => [
  { key: 'what', head: 'What', cell: (action) => <What action={action} /> },
  { key: 'who', head: 'Who', cell: ({ who }) => who },
  { key: 'by', head: 'By', nowrap: true, cell: ({ dueOn }) => formatDay(dueOn) },
  {
    key: 'state',
    head: 'State',
    cell: (action) => {
      const isStale = action.state === 'open' && action.carried && action.updatedForYear !== year;
      return (
        <>
          <b>{correctiveActionStateLabels[action.state]}</b>
          {isStale && <small className="review__lack">not updated for {formatYear(year)}</small>}
          {onUpdate !== undefined && (
            <span id={partIds.action(action.id)}>
              <Button size="small" onClick={() => onUpdate(action)}>
                Update …<span className="visually-hidden"> {action.what}</span>
              </Button>
            </span>
          )}
        </>
      );
    },
  },
];

const What = ({ action }: { action: CorrectiveAction }) => (
  <>
    {action.what} {action.illustrative && <IllustrativeMark />}{' '}
    {action.carried && <Tag>from {formatYear(action.openedYear)}</Tag>}
    {action.updates.map((update) => (
      <small key={update.at} className="review__aside">
        {formatYear(update.year)}: {update.text} ({correctiveActionStateLabels[update.state].toLowerCase()},{' '}
        {update.person}, {formatDay(update.at)})
      </small>
    ))}
  </>
);
