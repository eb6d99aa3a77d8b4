import { expect, test } from 'vitest';
import type { Action } from './permission.ts';
import { actions, maySelf, permissionsOf, permits, refusalSentence, seesStrategy } from './permission.ts';
import type { Role } from './vocabulary.ts';
import { roles } from './vocabulary.ts';

const actor = (role: Role, section: string | null = 'IP') => ({ roles: [role], section });

const everybody: Action[] = ['read', 'export'];
const allowed: Record<Role, Action[]> = {
  planner: [
    'see drafts',
    'enter values',
    'submit values',
    'set targets',
    'define indicators',
    'edit linkages',
    'write notes',
    'discuss',
    'send reminders',
    'open review',
    'write review',
    'submit review sections',
    'send review to clearance',
  ],
  contributor: ['see drafts', 'enter values', 'submit values', 'write notes', 'discuss'],
  reviewer: [
    'see drafts',
    'approve values',
    'return values',
    'set targets',
    'revise targets after the result',
    'write notes',
    'discuss',
    'write review',
    'clear review sections',
    'return review sections',
    'return review from clearance',
    'sign off review',
  ],
  viewer: [],
  administrator: [
    'discuss',
    'reopen review',
    'manage people',
    'change settings',
    'manage strategies',
    'read the audit log',
  ],
};

test.each(roles)('a %s may do exactly what the role is for', (role) => {
  expect(permissionsOf(actor(role))).toEqual([...everybody, ...allowed[role]]);
});

test('a contributor acts for the own section only', () => {
  expect(permits(actor('contributor'), 'enter values', { section: 'IP' })).toBe(true);
  expect(permits(actor('contributor'), 'enter values', { section: 'PEIA' })).toBe(false);
  expect(permits(actor('contributor'), 'enter values')).toBe(false);
  expect(permits(actor('contributor', null), 'enter values', { section: null })).toBe(false);
  expect(permissionsOf(actor('contributor', null))).toEqual([...everybody, 'discuss']);
});

test('several roles add up, none allows nothing', () => {
  const both = { roles: ['contributor', 'reviewer'] as const, section: 'IP' };
  expect(permits(both, 'enter values', { section: 'IP' })).toBe(true);
  expect(permits(both, 'approve values', { section: 'PEIA' })).toBe(true);
  expect(permissionsOf({ roles: [], section: 'IP' })).toEqual([]);
});

const refused = new Set<Action>();

test('every action has somebody who may do it', () => {
  for (const action of actions) expect(roles.some((role) => permissionsOf(actor(role)).includes(action))).toBe(true);
});

test('nobody approves what they submitted, unless the setting allows it', () => {
  expect(maySelf({ submittedBy: 'ana', actor: 'ana', selfApproval: false })).toBe(false);
  expect(maySelf({ submittedBy: 'ana', actor: 'ana', selfApproval: true })).toBe(true);
  expect(maySelf({ submittedBy: 'ben', actor: 'ana', selfApproval: false })).toBe(true);
  expect(maySelf({ submittedBy: null, actor: 'ana', selfApproval: false })).toBe(true);
});

test('a refusal says who may', () => {
  expect(refusalSentence('approve values', actor('planner'))).toBe('Only reviewers may approve values.');
  expect(refusalSentence('set targets', actor('viewer'))).toBe('Only planners and reviewers may set targets.');
  expect(refusalSentence('enter values', actor('viewer'))).toBe(
    'Only planners and contributors of the section may enter values.',
  );
});

test.each([
  ['read', 'Only planners, contributors, reviewers, viewers and administrators may read this.'],
  ['export', 'Only planners, contributors, reviewers, viewers and administrators may export files.'],
  ['see drafts', 'Only planners, contributors of the section and reviewers may see drafts.'],
  ['enter values', 'Only planners and contributors of the section may enter values.'],
  ['submit values', 'Only planners and contributors of the section may submit values.'],
  ['approve values', 'Only reviewers may approve values.'],
  ['return values', 'Only reviewers may return values.'],
  ['set targets', 'Only planners and reviewers may set targets.'],
  ['revise targets after the result', 'Only reviewers may revise targets after the result is known.'],
  ['define indicators', 'Only planners may define indicators.'],
  ['edit linkages', 'Only planners may edit linkages.'],
  ['write notes', 'Only planners, contributors of the section and reviewers may write notes.'],
  ['discuss', 'Only planners, contributors, reviewers and administrators may take part in discussions.'],
  ['send reminders', 'Only planners may send reminders.'],
  ['open review', 'Only planners may open the review.'],
  ['write review', 'Only planners and reviewers may write in the review.'],
  ['submit review sections', 'Only planners may submit sections of the review.'],
  ['clear review sections', 'Only reviewers may clear sections of the review.'],
  ['return review sections', 'Only reviewers may return sections of the review.'],
  ['send review to clearance', 'Only planners may send the review to clearance.'],
  ['return review from clearance', 'Only reviewers may return the review from clearance.'],
  ['sign off review', 'Only reviewers may sign off the review.'],
  ['reopen review', 'Only administrators may reopen the review.'],
  ['manage people', 'Only administrators may manage people.'],
  ['change settings', 'Only administrators may change the settings.'],
  ['manage strategies', 'Only administrators may manage strategies.'],
  ['read the audit log', 'Only administrators may read the audit log.'],
] as const)('who may not "%s" is told so in a whole sentence', (action, sentence) => {
  expect(refusalSentence(action, { roles: [], section: null })).toBe(sentence);
  refused.add(action);
});

test('every action has been read as a sentence', () => {
  expect([...refused]).toEqual(actions);
});

test('a refusal for another section names both', () => {
  expect(refusalSentence('enter values', actor('contributor'), { section: 'PEIA' })).toBe(
    'Contributors of IP may enter values only for indicators of IP; this one belongs to PEIA.',
  );
  expect(refusalSentence('enter values', actor('contributor', null), { section: 'PEIA' })).toBe(
    'Contributors may enter values only for indicators of their own section; ask an administrator to give you one.',
  );
});

test('an archived strategy leaves everybody to read and export, and administrators to manage', () => {
  for (const role of roles) {
    const archived = { ...actor(role), archived: true };
    const left = permissionsOf(archived);
    const lasting = ['read', 'export', 'see drafts', 'manage people', 'change settings', 'manage strategies'];
    expect(left).toEqual(
      permissionsOf(actor(role)).filter((each) => [...lasting, 'read the audit log'].includes(each)),
    );
    expect(refusalSentence('enter values', archived, { section: 'IP' })).toMatch(/^This strategy is archived/);
    expect(refusalSentence('enter values', { ...archived, archived: false })).not.toMatch(/archived/);
  }
});

test('a draft is for those who prepare it', () => {
  expect(roles.filter((role) => seesStrategy(actor(role), 'draft'))).toEqual(['planner', 'administrator']);
  for (const state of ['in_force', 'archived'] as const) {
    expect(roles.every((role) => seesStrategy(actor(role), state))).toBe(true);
  }
});
