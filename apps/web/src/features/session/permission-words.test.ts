import { actions, permissionsOf } from '@fbs/core';
import { describe, expect, it } from 'vitest';
import { permissionGroups } from './permission-words.ts';

const linesOf = (actor: Parameters<typeof permissionsOf>[0]) =>
  permissionGroups(permissionsOf(actor), actor).flatMap(({ lines }) => lines);

describe('permissionGroups', () => {
  it('says which permissions hold for the own section only', () => {
    const lines = linesOf({ roles: ['contributor'], section: 'IP' });
    expect(lines).toContain('Enter values, for indicators of IP only');
    expect(lines).toContain('Read every screen');
  });

  it('says no section where a role holds for all of them', () => {
    expect(linesOf({ roles: ['planner'], section: 'RMP' })).toContain('Enter values');
  });

  it('has a place for every permission there is', () => {
    const actor = { roles: ['planner', 'reviewer', 'administrator'], section: null } as const;
    expect(linesOf(actor)).toHaveLength(actions.length);
  });
});
