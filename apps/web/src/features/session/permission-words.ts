import { type Action, type Actor, actions, permits } from '@fbs/core';

export type PermissionGroup = { readonly title: string; readonly lines: readonly string[] };

const groups: readonly (readonly [title: string, actions: readonly Action[]])[] = [
  ['Read', ['read', 'export', 'see drafts', 'read the audit log']],
  [
    'Figures',
    [
      'enter values',
      'submit values',
      'approve values',
      'return values',
      'set targets',
      'revise targets after the result',
      'define indicators',
      'edit linkages',
      'write notes',
      'discuss',
      'send reminders',
    ],
  ],
  [
    'Annual review',
    [
      'open review',
      'write review',
      'submit review sections',
      'clear review sections',
      'return review sections',
      'send review to clearance',
      'return review from clearance',
      'sign off review',
      'reopen review',
    ],
  ],
  ['Administration', ['manage people', 'change settings', 'manage strategies']],
];

const words: Readonly<Partial<Record<Action, string>>> = {
  read: 'Read every screen',
  export: 'Export what is shown',
  'see drafts': 'See drafts before they are submitted',
  'read the audit log': 'Read who did what and when',
  'send reminders': 'Remind people of what is overdue',
  discuss: 'Discuss figures with others',
  'open review': 'Open a review',
  'write review': 'Write a review',
  'sign off review': 'Sign off a review, which freezes the year',
  'reopen review': 'Reopen a signed review',
  'send review to clearance': 'Send a review to clearance',
  'return review from clearance': 'Return a review from clearance',
};

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const isAction = (text: string): text is Action => (actions as readonly string[]).includes(text);

/** What the permissions of a person mean, in words; what is held for the own section only says so. */
export const permissionGroups = (permissions: readonly string[], actor: Actor): readonly PermissionGroup[] => {
  const held = permissions.filter(isAction);
  const lineOf = (action: Action): string => {
    const line = words[action] ?? sentenceCase(action);
    return permits(actor, action) || actor.section === null ? line : `${line}, for indicators of ${actor.section} only`;
  };
  return groups
    .map(([title, own]) => ({ title, lines: own.filter((action) => held.includes(action)).map(lineOf) }))
    .filter(({ lines }) => lines.length > 0);
};
