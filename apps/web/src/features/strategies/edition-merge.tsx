import { changeSentence, partChangeKinds, partName, strategyStateLabels } from '@fbs/core';
import { useState } from 'react';
import { plural } from '../../lib/format.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type Difference, type MergeChoice, type PartChange, useStrategyFiles } from './import-queries.ts';
import { changeWords, choiceWords, chosenChanges, openChanges } from './import-words.ts';

const ChangedWords = ({ change }: { change: PartChange }) => (
  <dl className="edition-change">
    {change.fields.map(({ field, before, after }) => (
      <div key={field}>
        <dt>{field}</dt>
        <dd>
          <span className="edition-change__label">Now</span>
          {before === '' ? <span className="soft">nothing</span> : before}
        </dd>
        <dd>
          <span className="edition-change__label">In the file</span>
          {after === '' ? <span className="soft">nothing</span> : after}
        </dd>
      </div>
    ))}
  </dl>
);

const columns: readonly Column<PartChange>[] = [
  { key: 'change', head: 'Difference', width: '15%', cell: ({ change }) => <Tag>{changeWords[change]}</Tag> },
  {
    key: 'part',
    head: 'Part',
    rowHead: true,
    width: '30%',
    cell: (change) => (
      <>
        {change.name} <span className="small soft">{partName(change)}</span>
      </>
    ),
  },
  {
    key: 'words',
    head: 'In words',
    cell: (change) => (change.fields.length > 0 ? <ChangedWords change={change} /> : changeSentence(change)),
  },
];

const everythingButRemoval: MergeChoice = { added: true, changed: true, moved: true, removed: false };

type MergeProps = {
  readonly difference: Difference;
  readonly file: File;
  /** Called with how many differences were taken over. */
  readonly onMerged: (merged: number) => void;
};

const MergeForm = ({ difference, file, onMerged }: MergeProps) => {
  const { changes } = difference;
  const [choice, setChoice] = useState(everythingButRemoval);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const files = useStrategyFiles();
  const merge = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { merged } = await files.merge(file, difference, choice);
      announce('The newer edition is merged');
      onMerged(merged);
    } catch (error) {
      setBusy(false);
      setRefusal(reasonOf(error));
    }
  };
  const count = chosenChanges(changes, choice);
  return (
    <div className="stack">
      <fieldset className="choice">
        <legend className="usa-label">What to take over</legend>
        {partChangeKinds.map((kind) => {
          const open = openChanges(changes, kind);
          return open === 0 ? null : (
            <Checkbox
              key={kind}
              label={`${choiceWords[kind]} (${open})`}
              checked={choice[kind]}
              onChange={(isChosen) => setChoice({ ...choice, [kind]: isChosen })}
            />
          );
        })}
      </fieldset>
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <div>
        <Button kind="primary" disabled={isBusy || count === 0} onClick={() => void merge()}>
          {isBusy ? 'Merging…' : `Take over ${plural(count, 'difference')}`}
        </Button>
      </div>
    </div>
  );
};

/** How a newer edition differs from what is recorded, and which of it is taken over. */
export const EditionMerge = (props: MergeProps) => {
  const { difference } = props;
  const { changes, state, title } = difference;
  if (changes.length === 0)
    return <p>{`The file says of ${title} what is recorded: there is nothing to take over.`}</p>;
  const isOpen = changes.some(({ held }) => held === null);
  return (
    <div className="stack">
      {state !== 'draft' && (
        <Notice
          kind="warning"
          title={`${title} is ${strategyStateLabels[state].toLowerCase()}: nothing of it can be taken over`}
        >
          Goals, objectives and indicators are fixed once a strategy is in force. Save the file as a new strategy
          instead.
        </Notice>
      )}
      {state === 'draft' && isOpen && <MergeForm {...props} />}
      <DataTable
        caption="Differences"
        captionHidden
        narrow="cards"
        rows={changes}
        rowKey={({ kind, code, change, name }) => `${kind} ${code} ${change} ${name}`}
        columns={columns}
      />
    </div>
  );
};
