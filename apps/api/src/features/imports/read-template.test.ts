import { readImportTemplate } from '@fbs/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { enter } from '../../testing/entries.ts';
import { tried } from '../../testing/imports.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

const templateOf = async (client: Client, format: 'xlsx' | 'csv', year?: number): Promise<Buffer> =>
  (await client.send(readImportTemplate, { params: { strategy }, querystring: { format, year } })).bytes;

describe('a template', () => {
  it.each(['xlsx', 'csv'] as const)(
    'comes back as %s without a change, for a planner and a contributor',
    async (format) => {
      const office = await openOffice();
      for (const persona of ['planner', 'contributor']) {
        const client = await office.signIn(persona);
        const detail = await tried(client, await templateOf(client, format));
        expect(detail.rows.length).toBeGreaterThan(40);
        expect(detail.rows.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      }
    },
  );

  it('holds one year where one is asked for, and no section but the own', async () => {
    const office = await openOffice();
    const text = (await templateOf(await office.signIn('contributor'), 'csv', 2022)).toString();
    expect(text).toMatch(/^\ufeffindicator,name,unit,year,value/);
    expect(text).toContain('1.2-D');
    expect(text).not.toContain('5.2-C');
    expect(text).not.toContain(',2021,');
  });

  it('brings every figure back to the last digit', async () => {
    const office = await openOffice();
    const client = await office.signIn('planner');
    const figure = fc
      .tuple(fc.bigInt({ min: 1n, max: 999_999_999_999_999n }), fc.nat(12))
      .map(([digits, places]) => {
        const text = String(digits).padStart(places + 1, '0');
        return `${text.slice(0, text.length - places)}.${text.slice(text.length - places)}`.replace(/\.?0*$/, '');
      })
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(figure, fc.constantFrom('xlsx' as const, 'csv' as const), async (value, format) => {
        await enter(client, '1.2-D', 2022, { value });
        const detail = await tried(client, await templateOf(client, format, 2022));
        expect(detail.rows.find((row) => row.indicator === '1.2-D' && row.what === 'Value')).toMatchObject({
          outcome: 'unchanged',
        });
        expect(detail.counts.changed + detail.counts.inserted + detail.counts.warned).toBe(0);
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
