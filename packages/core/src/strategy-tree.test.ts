import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInHead, findInTree, missingForForce, type StrategyTree, strategyIdOf } from './strategy-tree.ts';

const head = {
  title: 'Strategy',
  organization: 'Office',
  acronym: 'TIP Office',
  firstYear: 2023,
  lastYear: 2027,
  vision: '',
  missionSummary: '',
};
const objective = (code: string) => ({
  id: null,
  code,
  shortName: 'Name',
  statement: 'Words',
  justificationSummary: '',
});
const goal = (code: string, objectives: string[] = []) => ({
  id: null,
  code,
  kind: 'bureau' as const,
  shortName: 'Name',
  statement: 'Words',
  objectives: objectives.map(objective),
});
const section = (code: string) => ({ id: null, code, name: 'Name', summary: '' });
const tree = (parts: Partial<StrategyTree>): StrategyTree => ({ ...head, sections: [], goals: [], ...parts });

it.each([
  ['two goals of one number', { goals: [goal('1'), goal('1')] }, '/goals/0/code', 'two goals 1'],
  ['a goal that is no number', { goals: [goal('1'), goal('A')] }, '/goals/1/code', 'number from 1 to 99'],
  ['no goal 1', { goals: [goal('2')] }, '/goals/0/code', 'goal 1'],
  ['an objective of another goal', { goals: [goal('1', ['2.1'])] }, '/goals/0/objectives/0/code', 'for example 1.1'],
  ['an objective twice', { goals: [goal('1', ['1.1', '1.1'])] }, '/goals/0/objectives/0/code', 'two objectives 1.1'],
  ['a section in small letters', { sections: [section('ip')] }, '/sections/0/code', 'capital letters'],
  ['a section twice', { sections: [section('IP'), section('IP')] }, '/sections/0/code', 'two sections IP'],
  ['no title', { title: ' ' }, '/title', 'title'],
  ['years the wrong way round', { lastYear: 2020 }, '/lastYear', 'write 2023 or a later year'],
  ['no first year', { firstYear: 0 }, '/firstYear', 'Write the first fiscal year in four digits, for example 2023.'],
  ['no last year', { lastYear: 0 }, '/lastYear', 'Write the last fiscal year in four digits, for example 2027.'],
  ['years without end', { lastYear: 2090 }, '/lastYear', 'up to 20 years: write 2042 or an earlier year'],
])('says of %s where it stands and what to do', (_what, parts, pointer, words) => {
  const [found] = findInTree(tree(parts));
  expect(found).toMatchObject({ pointer, detail: expect.stringContaining(words) });
});

it('finds nothing in a tree that is whole, and in an empty one', () => {
  expect(findInTree(tree({}))).toEqual([]);
  expect(findInTree(tree({ sections: [section('IP')], goals: [goal('1', ['1.1', '1.2']), goal('2')] }))).toEqual([]);
});

it('says what a draft lacks before it is put in force', () => {
  expect(missingForForce(tree({}))).toContain('section');
  expect(missingForForce(tree({ sections: [section('IP')] }))).toContain('goal');
  expect(missingForForce(tree({ sections: [section('IP')], goals: [goal('1', ['1.1']), goal('2')] }))).toContain(
    'goal 2',
  );
  expect(missingForForce(tree({ sections: [section('IP')], goals: [goal('1', ['1.1'])] }))).toBeNull();
});

it('makes identifiers that are never taken, and fit an address', () => {
  expect(strategyIdOf(head, [])).toBe('tip-office-2023-2027');
  expect(strategyIdOf({ ...head, lastYear: 2023 }, [])).toBe('tip-office-2023');
  expect(strategyIdOf({ ...head, acronym: '3P!' }, [])).toBe('strategy-3p-2023-2027');
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: 4 }), (acronym, times) => {
      const taken: string[] = [];
      for (let made = 0; made <= times; made += 1) taken.push(strategyIdOf({ ...head, acronym }, taken));
      expect(new Set(taken).size).toBe(taken.length);
      for (const id of taken) expect(id).toMatch(/^[a-z][a-z0-9-]{3,79}$/);
      expect(findInHead({ ...head, acronym }).length).toBe(acronym.trim() === '' ? 1 : 0);
    }),
  );
});
