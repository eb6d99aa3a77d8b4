import { expect, it } from 'vitest';
import { z } from 'zod';
import { refusalOf } from './testing/client.ts';
import { allEndpoints, paramsOf } from './testing/endpoints.ts';
import { useOffices } from './testing/offices.ts';
import { sampleBodies } from './testing/sample-bodies.ts';

const openOffice = useOffices();

const writing = allEndpoints.filter(({ endpoint }) => endpoint.method !== 'GET' && endpoint.schema.body !== undefined);

/** The places of a JSON schema that take keys they do not name. */
const looseIn = (node: unknown, at: string): string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const isLoose = 'properties' in node && (node as { additionalProperties?: unknown }).additionalProperties !== false;
  return [...(isLoose ? [at] : []), ...Object.entries(node).flatMap(([key, part]) => looseIn(part, `${at}/${key}`))];
};

it('describes every body of a write to the last key', () => {
  const loose = writing.flatMap(({ name, endpoint }) =>
    looseIn(z.toJSONSchema(endpoint.schema.body as z.ZodType, { io: 'input' }), name),
  );
  expect(writing.length).toBeGreaterThan(15);
  expect(loose).toEqual([]);
});

it('refuses a key that a body does not have, and names it, before anything is written', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const before = await office.rows('select count(*) from audit_entries');
  for (const { name, endpoint } of writing) {
    const body = sampleBodies[name];
    if (body === undefined) continue;
    const input = { params: paramsOf(endpoint), headers: { 'if-match': '"0"' }, body: { ...body, vlaue: '1' } };
    const refusal = refusalOf(await planner.sendAny(endpoint, input));
    expect({ name, ...refusal }).toMatchObject({ name, status: 400, errors: [{ pointer: '/vlaue' }] });
    expect(refusal.detail).toMatch(/vlaue/);
  }
  expect(await office.rows('select count(*) from audit_entries')).toEqual(before);
});
