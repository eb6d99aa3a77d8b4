import { createIndicator, readObjective } from '@fbs/contract';
import { expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();
const bodyOf = (code: string, objective = '2.2', more = {}) => ({
  params: { strategy },
  body: { code, objective, definition: { ...sampleDefinition, ...more } },
});

it('adds an indicator behind those of its objective', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const last = await lastAudit(office);
  const page = await planner.ok(createIndicator, bodyOf('2.2-C'));
  expect(page).toMatchObject({ code: '2.2-C', version: 1, definition: { status: 'proposed' } });
  const objective = await planner.ok(readObjective, { params: { strategy, code: '2.2' } });
  expect(objective.indicators.map(({ code }) => code).at(-1)).toBe('2.2-C');
  expect((await auditAfter(office, last)).map(({ action }) => action)).toEqual(['defined an indicator']);
});

it.each([
  ['2.2-A', '2.2', 'already_exists', /already: choose another code/],
  ['2.1-Z', '2.2', 'invalid', /^Write the objective, a hyphen, .* for example 2\.2-C\.$/],
  ['2.2-c', '2.2', 'invalid', /capital letters or digits/],
  ['9.9-A', '9.9', 'not_found', /no objective 9\.9/],
] as const)('refuses the code %s in objective %s', async (code, objective, problem, sentence) => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const refusal = await planner.refused(createIndicator, bodyOf(code, objective));
  expect(refusal.code).toBe(problem);
  expect(refusal.detail).toMatch(sentence);
  if (problem !== 'not_found') expect(refusal.errors?.[0]?.pointer).toBe('/code');
});

it('refuses a definition that does not fit', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const refusal = await planner.refused(createIndicator, bodyOf('2.2-C', '2.2', { tolerance: '3' }));
  expect(refusal.errors?.[0]?.pointer).toBe('/definition/tolerance');
});
