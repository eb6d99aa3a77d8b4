import type { Role, StrategyState } from './vocabulary.ts';
import { roles } from './vocabulary.ts';

export const actions = [
  'read',
  'export',
  'see drafts',
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
  'open review',
  'write review',
  'submit review sections',
  'clear review sections',
  'return review sections',
  'send review to clearance',
  'return review from clearance',
  'sign off review',
  'reopen review',
  'manage people',
  'change settings',
  'manage strategies',
  'read the audit log',
] as const;
export type Action = (typeof actions)[number];

/** What stands behind "may" in a sentence. */
const actionWords: Readonly<Record<Action, string>> = {
  read: 'read this',
  export: 'export files',
  'see drafts': 'see drafts',
  'enter values': 'enter values',
  'submit values': 'submit values',
  'approve values': 'approve values',
  'return values': 'return values',
  'set targets': 'set targets',
  'revise targets after the result': 'revise targets after the result is known',
  'define indicators': 'define indicators',
  'edit linkages': 'edit linkages',
  'write notes': 'write notes',
  discuss: 'take part in discussions',
  'send reminders': 'send reminders',
  'open review': 'open the review',
  'write review': 'write in the review',
  'submit review sections': 'submit sections of the review',
  'clear review sections': 'clear sections of the review',
  'return review sections': 'return sections of the review',
  'send review to clearance': 'send the review to clearance',
  'return review from clearance': 'return the review from clearance',
  'sign off review': 'sign off the review',
  'reopen review': 'reopen the review',
  'manage people': 'manage people',
  'change settings': 'change the settings',
  'manage strategies': 'manage strategies',
  'read the audit log': 'read the audit log',
};

export type Rule = 'always' | 'own section';
export type Actor = {
  readonly roles: readonly Role[];
  readonly section: string | null;
  /** What is asked for belongs to an archived strategy. */
  readonly archived?: boolean | undefined;
};
export type Place = { readonly section?: string | null | undefined };

/** Who may do what: the only place that says it. An absent cell is a no. */
export const permissionTable: Readonly<Record<Role, Readonly<Partial<Record<Action, Rule>>>>> = {
  planner: {
    read: 'always',
    export: 'always',
    'see drafts': 'always',
    'enter values': 'always',
    'submit values': 'always',
    'set targets': 'always',
    'define indicators': 'always',
    'edit linkages': 'always',
    'write notes': 'always',
    discuss: 'always',
    'send reminders': 'always',
    'open review': 'always',
    'write review': 'always',
    'submit review sections': 'always',
    'send review to clearance': 'always',
  },
  contributor: {
    read: 'always',
    export: 'always',
    'see drafts': 'own section',
    'enter values': 'own section',
    'submit values': 'own section',
    'write notes': 'own section',
    discuss: 'always',
  },
  reviewer: {
    read: 'always',
    export: 'always',
    'see drafts': 'always',
    'approve values': 'always',
    'return values': 'always',
    'set targets': 'always',
    'revise targets after the result': 'always',
    'write notes': 'always',
    discuss: 'always',
    'write review': 'always',
    'clear review sections': 'always',
    'return review sections': 'always',
    'return review from clearance': 'always',
    'sign off review': 'always',
  },
  viewer: { read: 'always', export: 'always' },
  administrator: {
    read: 'always',
    export: 'always',
    discuss: 'always',
    'reopen review': 'always',
    'manage people': 'always',
    'change settings': 'always',
    'manage strategies': 'always',
    'read the audit log': 'always',
  },
};

const ruleHolds = (rule: Rule | undefined, actor: Actor, place: Place): boolean =>
  rule === 'always' || (rule === 'own section' && actor.section !== null && actor.section === place.section);

/** What an archive leaves to do: everything that changes nothing of the strategy. */
const lasting: readonly Action[] = [
  'read',
  'export',
  'see drafts',
  'manage people',
  'change settings',
  'manage strategies',
  'read the audit log',
];

const isClosed = (actor: Actor, action: Action): boolean => actor.archived === true && !lasting.includes(action);

/** A rule of the own section says no where the section of the thing is not given. */
export const permits = (actor: Actor, action: Action, place: Place = {}): boolean =>
  !isClosed(actor, action) && actor.roles.some((role) => ruleHolds(permissionTable[role][action], actor, place));

/** A draft is for those who prepare it. */
export const seesStrategy = (actor: Actor, state: StrategyState): boolean =>
  state !== 'draft' || permits(actor, 'manage strategies') || permits(actor, 'define indicators');

/** What an actor may do at least in the own section: for showing or hiding what a screen offers. */
export const permissionsOf = (actor: Actor): Action[] =>
  actions.filter((action) => permits(actor, action, { section: actor.section }));

export type SelfApproval = {
  /** The person who submitted; null for what the published record brought in. */
  readonly submittedBy: string | null;
  readonly actor: string;
  /** The setting for very small offices. */
  readonly selfApproval: boolean;
};

/** Nobody approves what they submitted themselves, unless the setting allows it. */
export const maySelf = ({ submittedBy, actor, selfApproval }: SelfApproval): boolean =>
  selfApproval || submittedBy !== actor;

export const selfApprovalSentence = 'You submitted this yourself; another reviewer has to approve it.';

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const holdersOf = (action: Action): string => {
  const holders = roles.filter((role) => permissionTable[role][action] !== undefined);
  return joined(
    holders.map((role) => `${role}s${permissionTable[role][action] === 'always' ? '' : ' of the section'}`),
  );
};

const archivedSentence =
  'This strategy is archived: it can be read and exported, not changed. An administrator can take it out of the archive.';

/** Why an actor may not do this here, and who may; to be asked only where permits said no. */
export const refusalSentence = (action: Action, actor: Actor, place: Place = {}): string => {
  if (isClosed(actor, action)) return archivedSentence;
  const what = actionWords[action];
  const owner = actor.roles.find((role) => permissionTable[role][action] === 'own section');
  if (owner === undefined) return `Only ${holdersOf(action)} may ${what}.`;
  const role = `${owner.charAt(0).toUpperCase()}${owner.slice(1)}s`;
  if (actor.section === null) {
    return `${role} may ${what} only for indicators of their own section; ask an administrator to give you one.`;
  }
  const rule = `${role} of ${actor.section} may ${what} only for indicators of ${actor.section}`;
  return place.section ? `${rule}; this one belongs to ${place.section}.` : `${rule}.`;
};
