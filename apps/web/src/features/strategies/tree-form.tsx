import { findInTree } from '@fbs/core';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { currentOf } from '../../lib/stale-write.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { HeadFields } from './head-fields.tsx';
import { type StrategyTree, useStrategyWrites } from './strategies-queries.ts';
import { draftOf, type TreeDraft, treeOf } from './tree-draft.ts';
import { GoalFields, SectionFields } from './tree-fields.tsx';

/** What was typed is not lost by a step to another page. */
const LeaveQuestion = ({ isChanged }: { isChanged: boolean }) => {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isChanged && current.pathname !== next.pathname,
    enableBeforeUnload: () => isChanged,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  const leave = async () => {
    proceed();
    return undefined;
  };
  return (
    <ConfirmDialog title="Leave without saving?" action="Leave" onConfirm={leave} onClose={reset}>
      <p>What you changed in the draft since it was last saved is lost.</p>
    </ConfirmDialog>
  );
};

const useTreeForm = (tree: StrategyTree) => {
  const [draft, setDraft] = useState<TreeDraft>(() => draftOf(tree));
  const [isChanged, setChanged] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { findings, refusal, errorAt, show, refuse } = useFindings();
  const writes = useStrategyWrites();
  const change = (part: Partial<TreeDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setChanged(true);
  };
  const save = async () => {
    const body = treeOf(draft);
    const found = findInTree(body);
    show(found, found.length === 0 ? undefined : 'Not saved yet: fix what is marked.');
    if (found.length > 0) return;
    setBusy(true);
    try {
      await writes.save(tree, body);
      announce('The draft is saved');
    } catch (error) {
      setBusy(false);
      refuse(error);
      if (currentOf(error) !== undefined) {
        show([], 'Someone saved this draft while you had it open: copy what you need, then load the page again.');
      }
    }
  };
  return { draft, isChanged, isBusy, findings, refusal, errorAt, change, save };
};

/** The whole of a draft in one form: words, sections, goals and objectives, saved together. */
export const TreeForm = ({ tree }: { tree: StrategyTree }) => {
  const { draft, isChanged, isBusy, findings, refusal, errorAt, change, save } = useTreeForm(tree);
  const form = useFocusError<HTMLFormElement>(findings);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <form ref={form} className="stack stack--wide tree-form" onSubmit={submit} noValidate>
      <LeaveQuestion isChanged={isChanged && !isBusy} />
      <section className="stack">
        <h2>The strategy</h2>
        <HeadFields head={draft.head} onChange={(head) => change({ head })} errorAt={errorAt} />
      </section>
      <section className="stack">
        <h2>Sections</h2>
        <p className="soft">The parts of the office that own indicators.</p>
        <SectionFields rows={draft.sections} onChange={(sections) => change({ sections })} errorAt={errorAt} />
      </section>
      <section className="stack">
        <h2>Goals and objectives</h2>
        <GoalFields rows={draft.goals} onChange={(goals) => change({ goals })} errorAt={errorAt} />
      </section>
      <div className="stack tree-form__foot">
        {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
        <div className="row">
          <Button kind="primary" type="submit" disabled={isBusy}>
            {isBusy ? 'Saving…' : 'Save the draft'}
          </Button>
          {isChanged && <span className="soft">Not saved yet</span>}
        </div>
      </div>
    </form>
  );
};
