import {
  changeLinkage,
  exportReview,
  readOverview,
  readReviewVersion,
  removeLinkage,
  reviewDocument,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { linkageBody, linkageOfGoal, linkagePlace, type sampleLinkage } from '../../testing/linkages.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const change = async (client: Client, goal: string, words: Partial<typeof sampleLinkage> | object) => {
  const linkage = await linkageOfGoal(client, goal);
  const body = { ...linkageBody(linkage), ...words, reason: 'The plan was reread.' };
  return client.ok(changeLinkage, { ...linkagePlace(linkage), body });
};

const remove = async (client: Client, goal: string) =>
  client.ok(removeLinkage, { ...linkagePlace(await linkageOfGoal(client, goal)), body: { reason: 'So.' } });

it('a signed review keeps its linkages as signed; a draft shows those of today', async () => {
  // the snapshot itself is what every paper is made from
  const exports = {
    make: async ({ snapshot }: { readonly snapshot: string }) => new TextEncoder().encode(snapshot),
    makeYears: () => Promise.reject(new Error('nobody asks for it')),
    outline: () => Promise.reject(new Error('nobody asks for it')),
    trySeal: () => Promise.reject(new Error('nobody asks for it')),
    close: async () => {},
  };
  const planner = await (await openOffice({ exports })).signIn('planner');
  const signed = () =>
    planner.send(readReviewVersion, { params: { strategy, year: 2021, number: 1 } }).then(({ text }) => text);
  const draft = async () => {
    const input = { params: { strategy, year: 2022 }, querystring: { format: 'json' as const } };
    const { goals } = reviewDocument.parse(JSON.parse((await planner.send(exportReview, input)).text));
    return goals.find(({ code }) => code === '1')?.linkages[0];
  };
  const before = await signed();
  expect((await draft())?.strength).toBe('direct');
  await change(planner, '1', { strength: 'contributing', quote: 'Other words' });
  expect(await draft()).toMatchObject({ strength: 'contributing', quote: 'Other words' });
  expect(await signed()).toBe(before);
});

it('the overview names the element of the first framework that most goals are linked to, or none', async () => {
  const planner = await (await openOffice()).signIn('planner');
  const jsp = async () => (await planner.ok(readOverview, { params: { strategy }, querystring: { year: 2022 } })).jsp;
  expect(await jsp()).toMatchObject({ framework: 'JSP-2018-2022', element: '1.3', goals: 5 });
  await change(planner, '1', { element: '1.2' });
  expect(await jsp()).toMatchObject({ element: '1.3', goals: 4 });
  for (const goal of ['2', '3', '4', '5']) await remove(planner, goal);
  expect(await jsp()).toMatchObject({ element: '1.2', goals: 1 });
});
