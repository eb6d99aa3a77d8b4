import { readHealth, readSession, signIn } from '@fbs/contract';
import { expect, it } from 'vitest';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });

it('refuses personas in production, and shows none', async () => {
  const { nobody } = await openOffice();
  const refusal = await nobody.refused(signIn, { body: { persona: 'planner' } });
  expect(refusal).toMatchObject({
    status: 403,
    code: 'not_allowed',
    detail: expect.stringContaining('evaluation only'),
  });
  expect(await nobody.ok(readSession, {})).toMatchObject({
    mode: 'production',
    person: null,
    personas: [],
    strategies: [],
  });
  expect(await nobody.ok(readHealth, {})).toMatchObject({ mode: 'production' });
});
