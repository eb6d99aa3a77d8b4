import { fileSentence } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EditionMerge } from './edition-merge.tsx';
import { FileTree } from './file-tree.tsx';
import type { StrategyFile } from './import-queries.ts';
import { NewFromFile } from './new-from-file.tsx';

/** What came stands below what was pressed: reading goes on there. */
const Outcome = ({ title, children }: { title: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="outcome" className="stack stack--wide">
      <h2 id="outcome" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
};

/** So many repairs are read at a glance. */
const mostOpen = 6;

const Repairs = ({ repairs }: { repairs: StrategyFile['repairs'] }) =>
  repairs.length === 0 ? null : (
    <Disclosure open={repairs.length <= mostOpen} summary={`How it was read: ${plural(repairs.length, 'remark')}`}>
      <ul className="measure">
        {repairs.map((repair) => (
          <li key={repair}>{repair}</li>
        ))}
      </ul>
    </Disclosure>
  );

type FileOutcomeProps = { readonly answer: StrategyFile; readonly file: File };

/** What a file holds, and the ways to take it over; nothing is saved before one of them is taken. */
export const FileOutcome = ({ answer, file }: FileOutcomeProps) => {
  const [merged, setMerged] = useState<number>();
  const { difference } = answer;
  if (merged !== undefined && difference !== null) {
    return (
      <Outcome key="merged" title={`${plural(merged, 'difference')} taken over`}>
        <Notice kind="done" title={`${difference.title} says now what you chose of ${answer.fileName}.`}>
          <Link to="/admin/strategies/$id" params={{ id: difference.strategy }}>
            Go to the draft
          </Link>
        </Notice>
      </Outcome>
    );
  }
  return (
    <Outcome key="looked" title={`What ${answer.fileName} holds`}>
      <Notice title={fileSentence(answer)}>Nothing is saved yet.</Notice>
      <Repairs repairs={answer.repairs} />
      {difference !== null && (
        <section className="stack">
          <h3>{`How it differs from ${difference.title}`}</h3>
          <EditionMerge difference={difference} file={file} onMerged={setMerged} />
        </section>
      )}
      <section className="stack">
        <h3>The whole tree</h3>
        <FileTree file={answer} />
      </section>
      {difference === null && (
        <section className="stack">
          <h3>Save it as a new strategy</h3>
          <NewFromFile answer={answer} file={file} />
        </section>
      )}
    </Outcome>
  );
};
