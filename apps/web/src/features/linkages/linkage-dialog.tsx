import type { Plan } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { planQuery } from '../../lib/plan.ts';
import { useStrategy } from '../../lib/session.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { LinkageConflict } from './linkage-conflict.tsx';
import { bodyOf, type DraftErrors, draftOf, findInDraft, type LinkageDraft } from './linkage-draft.ts';
import { LinkageFields } from './linkage-fields.tsx';
import { type EditableLinkage, linkagesQuery, useLinkageWrites } from './linkages-queries.ts';
import type { Framework } from './sight.ts';

type LinkageDialogProps = {
  /** What is edited; null: a new one. */
  readonly linkage: EditableLinkage | null;
  /** What a new one begins with. */
  readonly start: Partial<LinkageDraft>;
  readonly onClose: () => void;
};

const emptyDraft: LinkageDraft = { subject: '', framework: '', element: '', strength: null, quote: '', summary: '' };

/** The draft, and what became of sending it. */
const useLinkageForm = ({ linkage, start, onClose }: LinkageDialogProps) => {
  const writes = useLinkageWrites();
  const [draft, setDraft] = useState<LinkageDraft>(linkage === null ? { ...emptyDraft, ...start } : draftOf(linkage));
  const [base, setBase] = useState(linkage);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<DraftErrors>({});
  const [refusal, setRefusal] = useState<string>();
  const [theirs, setTheirs] = useState<EditableLinkage>();
  const [isBusy, setBusy] = useState(false);
  const send = async (over: EditableLinkage | null) => {
    const found = findInDraft(draft, over?.signed === true, reason);
    setErrors(found);
    setRefusal(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      const body = bodyOf(draft);
      await (over === null ? writes.add(body) : writes.change(over, { ...body, reason }));
      announce(over === null ? 'The linkage is added' : 'The linkage is saved');
      onClose();
    } catch (error) {
      const current = currentOf<EditableLinkage>(error);
      if (current === undefined) setRefusal(reasonOf(error));
      setTheirs(current);
    }
    setBusy(false);
  };
  /** Goes on with what was typed, over the version that somebody else saved. */
  const goOn = () => {
    setBase(theirs ?? base);
    setTheirs(undefined);
  };
  const change = (part: Partial<LinkageDraft>) => setDraft({ ...draft, ...part });
  return { draft, change, base, reason, setReason, errors, refusal, theirs, isBusy, send: () => void send(base), goOn };
};

type FormProps = {
  readonly form: ReturnType<typeof useLinkageForm>;
  readonly plan: Plan;
  readonly frameworks: readonly Framework[];
};

const LinkageForm = ({ form, plan, frameworks }: FormProps) => {
  const { base, refusal, draft, change, errors, reason, setReason } = form;
  const frame = useFocusError<HTMLDivElement>(errors);
  return (
    <div ref={frame} className="stack linkage-form">
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <LinkageFields draft={draft} onChange={change} errors={errors} plan={plan} frameworks={frameworks} />
      {base !== null && (
        <TextField
          label="Why it changes"
          hint={
            base.signed
              ? 'A signed review holds this linkage. That review keeps it as it was signed.'
              : 'Stays in the history of the linkage.'
          }
          optional={!base.signed}
          error={errors.reason}
          maxLength={400}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </div>
  );
};

/** Adds a linkage or edits one. */
export const LinkageDialog = (props: LinkageDialogProps) => {
  const { linkage, onClose } = props;
  const strategy = useStrategy().id;
  const { year } = useYearAndAsOf();
  const plan = useQuery(planQuery(strategy, undefined));
  const page = useQuery(linkagesQuery(strategy, year, undefined));
  const form = useLinkageForm(props);
  const isReady = plan.data !== undefined && page.data !== undefined;
  const buttons = (
    <>
      <Button kind="primary" disabled={form.isBusy || !isReady} onClick={form.send}>
        {linkage === null ? 'Add the linkage' : 'Save the linkage'}
      </Button>
      <Button onClick={onClose}>Cancel</Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={linkage === null ? 'Add a linkage' : 'Edit the linkage'}
      actions={form.theirs === undefined ? buttons : undefined}
    >
      {form.theirs !== undefined ? (
        <LinkageConflict mine={form.draft} theirs={form.theirs} onKeepMine={form.goOn} onClose={onClose} />
      ) : (
        <Loaded query={plan} what="The plan" placeholder={<Loading what="the plan" height={320} />}>
          {(words) => <LinkageForm form={form} plan={words} frameworks={page.data?.frameworks ?? []} />}
        </Loaded>
      )}
    </Dialog>
  );
};
