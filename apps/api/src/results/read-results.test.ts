import * as contract from '@fbs/contract';
import { expect, it } from 'vitest';
import { paramsOf } from '../testing/endpoints.ts';
import { monthsOfWork, workThrough } from '../testing/months-of-work.ts';
import { type Office, useOffices } from '../testing/offices.ts';

const openOffice = useOffices();

/** The pages that share what was worked out; the overview has a test of its own. */
const pages = [
  contract.readPlan,
  contract.readGoal,
  contract.readObjective,
  contract.listIndicators,
  contract.readIndicator,
  contract.readEntry,
  contract.listResults,
  contract.readLinkages,
  contract.readCompleteness,
  contract.readMyWork,
];

const personas = ['planner', 'contributor', 'viewer'];

const pagesOf = async (office: Office, persona: string): Promise<unknown[]> => {
  const client = await office.signIn(persona);
  const texts: unknown[] = [];
  for (const page of pages) {
    const { status, text } = await client.sendAny(page, { params: paramsOf(page) });
    expect({ url: page.url, status }).toEqual({ url: page.url, status: 200 });
    // signing in is a write like any other, so the state of the data is not the same
    texts.push({ url: page.url, text: text.replace(/"dataVersion":\d+/g, '') });
  }
  return texts;
};

it('shows on every page, after every kind of write, what a service shows that remembers nothing', async () => {
  const office = await openOffice();
  let steps = 0;
  await workThrough(office, async (what) => {
    const persona = personas[steps % personas.length] ?? '';
    steps += 1;
    const [own, fresh] = [await pagesOf(office, persona), await pagesOf(await office.neighbor(), persona)];
    expect({ what, own }).toEqual({ what, own: fresh });
  });
  expect(steps).toBe(monthsOfWork.length);
}, 120_000);
