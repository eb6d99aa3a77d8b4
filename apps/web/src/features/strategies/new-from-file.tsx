import { findInHead } from '@fbs/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { fieldsOf, NameFields } from './head-fields.tsx';
import { type NewHead, type StrategyFile, useStrategyFiles } from './import-queries.ts';
import { headOf } from './tree-draft.ts';

const draftOf = ({ head, id }: StrategyFile): NewHead => ({
  id: id ?? '',
  title: head.title ?? '',
  organization: head.organization ?? '',
  acronym: head.acronym ?? '',
  firstYear: head.firstYear === null ? '' : `${head.firstYear}`,
  lastYear: head.lastYear === null ? '' : `${head.lastYear}`,
});

/** What the new strategy is called, and for which years; the rest comes from the file. */
export const NewFromFile = ({ answer, file }: { answer: StrategyFile; file: File }) => {
  const [head, setHead] = useState<NewHead>(() => draftOf(answer));
  const [isBusy, setBusy] = useState(false);
  const { findings, unplaced, errorAt, show, refuse } = useFindings();
  const refusal = unplaced ?? errorAt('/file');
  const form = useFocusError<HTMLFormElement>(findings);
  const files = useStrategyFiles();
  const navigate = useNavigate();
  const field = fieldsOf(head, setHead, errorAt);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = findInHead(headOf({ ...head, vision: '', missionSummary: '' }));
    show(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      const { id } = await files.create(file, head);
      announce('The draft is saved');
      await navigate({ to: '/admin/strategies/$id', params: { id } });
    } catch (error) {
      setBusy(false);
      refuse(error);
    }
  };
  return (
    <form ref={form} className="stack tree-form" onSubmit={(event) => void submit(event)} noValidate>
      <NameFields field={field} />
      <TextField
        label="Id"
        optional
        hint="For addresses: small letters, digits and hyphens. Left empty, it is made from the short name and the years."
        maxLength={80}
        {...field('id')}
      />
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <div>
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? 'Saving…' : 'Save as a draft'}
        </Button>
      </div>
    </form>
  );
};
