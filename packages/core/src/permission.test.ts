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
