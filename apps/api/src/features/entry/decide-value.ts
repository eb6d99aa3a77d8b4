import type { Entry } from '@fbs/contract';
import { maySelf, selfApprovalSentence } from '@fbs/core';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { changeEntry, type EntryPlace, nextState, refuseInClearance, saveChange } from './entry-work.ts';
import { requireExplanation, requireText } from './explanation.ts';

/** @throws DomainError invalid where an explanation, or the text of a narrative, is missing */
export const submitValue = (context: Context, place: EntryPlace): Promise<Entry> =>
  changeEntry(
    context,
    place,
    (indicator) => allow(context.actor, 'submit values', { section: indicator.definition.section }),
    async (work) => {
      refuseInClearance(work);
      const state = nextState(work, 'submitted');
      requireText(work, {});
      requireExplanation(work, {});
      await saveChange(work, 'submitted', { state, submittedBy: context.actor.id, returnNote: null });
    },
  );

export const returnValue = (context: Context, place: EntryPlace & { readonly note: string }): Promise<Entry> =>
  changeEntry(
    context,
    place,
    () => allow(context.actor, 'return values'),
    async (work) => {
      const state = nextState(work, 'returned');
      const note = place.note.trim();
      if (note === '') {
        const detail = 'Say what has to be fixed.';
        throw new DomainError('invalid', detail, { errors: [{ pointer: '/note', detail }] });
      }
      await saveChange(work, 'returned', { state, returnNote: note }, note);
    },
  );

/** @throws DomainError not_allowed for what one submitted oneself */
export const approveValue = (context: Context, place: EntryPlace): Promise<Entry> =>
  changeEntry(
    context,
    place,
    () => allow(context.actor, 'approve values'),
    async (work) => {
      const state = nextState(work, 'approved');
      const submittedBy = work.row?.submittedBy ?? null;
      if (!maySelf({ submittedBy, actor: context.actor.id, selfApproval: work.facts.settings.selfApproval })) {
        throw new DomainError('not_allowed', selfApprovalSentence);
      }
      await saveChange(work, 'approved', { state });
    },
  );

/** Adds or replaces the explanation of a submitted or approved value, which itself stays as it is. */
export const explainValue = (context: Context, place: EntryPlace & { readonly explanation: string }): Promise<Entry> =>
  changeEntry(
    context,
    place,
    (indicator) => allow(context.actor, 'enter values', { section: indicator.definition.section }),
    async (work) => {
      refuseInClearance(work);
      const state = nextState(work, 'explained');
      const explanation = place.explanation.trim();
      if (explanation === '') {
        const detail = 'Say what happened, and what will be done about it.';
        throw new DomainError('invalid', detail, { errors: [{ pointer: '/explanation', detail }] });
      }
      await saveChange(work, 'explained', { state, explanation });
    },
  );
