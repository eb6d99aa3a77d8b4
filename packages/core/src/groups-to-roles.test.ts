import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupRules, grantedByGroups } from './groups-to-roles.ts';
import { roles } from './vocabulary.ts';

const rules: GroupRules = {
  roles: { 'fbs-plan': ['planner'], 'fbs-lead': ['reviewer', 'viewer'], 'fbs-read': ['viewer'] },
  sections: { 'fbs-ip': 'IP', 'fbs-rmp': 'RMP' },
};

describe('groups of an identity provider', () => {
  it.each([
    [[], [], null],
    [['everybody'], [], null],
    [['fbs-plan'], ['planner'], null],
    [['fbs-read', 'fbs-lead', 'fbs-plan'], ['planner', 'reviewer', 'viewer'], null],
    [['fbs-rmp', 'fbs-ip', 'fbs-read'], ['viewer'], 'IP'],
    // no group is a part of another's name, and none is a property that every object has
    [['fbs-planners', 'FBS-PLAN', 'constructor', '__proto__'], [], null],
  ] as const)('%j give %j and section %s', (groups, given, section) => {
    expect(grantedByGroups(groups, rules)).toEqual({ roles: given, section });
  });

  it('give no role that no rule names, whatever they are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (groups) => {
        const known = groups.some((group) => Object.hasOwn(rules.roles, group));
        expect(grantedByGroups(groups, rules).roles.length > 0).toBe(known);
        expect(roles).toEqual(expect.arrayContaining([...grantedByGroups(groups, rules).roles]));
      }),
    );
  });
});
