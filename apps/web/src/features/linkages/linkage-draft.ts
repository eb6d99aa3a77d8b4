import { type LinkageStrength, linkageStrengthLabels, linkageSubjectLabels, linkageSubjects } from '@fbs/core';
import type { EditableLinkage, LinkageBody } from './linkages-queries.ts';

/** A linkage as it stands in the form; the subject as one choice: "goal 1". */
export type LinkageDraft = {
  readonly subject: string;
  readonly framework: string;
  readonly element: string;
  readonly strength: LinkageStrength | null;
  readonly quote: string;
  readonly summary: string;
};

export const subjectKey = ({ kind, code }: EditableLinkage['subject']): string => `${kind} ${code}`;

export const draftOf = (linkage: EditableLinkage): LinkageDraft => ({
  subject: subjectKey(linkage.subject),
  framework: linkage.framework,
  element: linkage.element,
  strength: linkage.strength,
  quote: linkage.quote ?? '',
  summary: linkage.summary ?? '',
});

export type DraftErrors = Readonly<Partial<Record<'subject' | 'element' | 'strength' | 'reason', string>>>;

/** What is missing, in words that say what to do. */
export const findInDraft = (draft: LinkageDraft, needsReason: boolean, reason: string): DraftErrors => ({
  ...(draft.subject === '' ? { subject: 'Choose what is linked' } : {}),
  ...(draft.element === '' ? { element: 'Choose the element it is linked to' } : {}),
  ...(draft.strength === null ? { strength: 'Choose how strong the linkage is' } : {}),
  ...(needsReason && reason.trim() === '' ? { reason: 'Say why it changes: a signed review holds this linkage' } : {}),
});

/** What is sent of a draft in which nothing is missing. */
export const bodyOf = (draft: LinkageDraft): LinkageBody => {
  const [kindWord, ...rest] = draft.subject.split(' ');
  const kind = linkageSubjects.find((each) => each === kindWord) ?? 'goal';
  return {
    subject: { kind, code: rest.join(' ') },
    framework: draft.framework,
    element: draft.element,
    strength: draft.strength ?? 'direct',
    quote: draft.quote.trim() === '' ? null : draft.quote.trim(),
    summary: draft.summary.trim() === '' ? null : draft.summary.trim(),
  };
};

const rows = [
  ['Linked', ({ subject }: LinkageDraft) => subject],
  ['To', ({ framework, element }: LinkageDraft) => `${framework}, ${element}`],
  ['Strength', ({ strength }: LinkageDraft) => (strength === null ? '' : linkageStrengthLabels[strength])],
  ['Quotation', ({ quote }: LinkageDraft) => quote.trim()],
  ['Summary', ({ summary }: LinkageDraft) => summary.trim()],
] as const;

export type Difference = { readonly what: string; readonly mine: string; readonly theirs: string };

/** Where two versions of a linkage say something else. */
export const differences = (mine: LinkageDraft, theirs: LinkageDraft): readonly Difference[] =>
  rows
    .map(([what, textOf]) => ({ what, mine: textOf(mine), theirs: textOf(theirs) }))
    .filter((row) => row.mine !== row.theirs);

/** "goal 1 to JSP Goal 1.3": which linkage is meant. */
export const linkageName = ({ subject, elementLabel }: EditableLinkage): string =>
  `${linkageSubjectLabels[subject.kind].toLowerCase()} ${subject.code} to ${elementLabel}`;
