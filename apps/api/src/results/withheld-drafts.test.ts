import { readEntry, readHistory, readIndicator } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import type { Client } from '../testing/client.ts';
import { readEverything, strategy } from '../testing/endpoints.ts';
import { enter, entryOf, giveBack, placed, submit } from '../testing/entries.ts';
import { type Office, useOffices } from '../testing/offices.ts';

const openOffice = useOffices();

const indicator = '1.2-D';
const year = 2022;

/** Everything that a draft can hold, in words that stand nowhere else. */
const draft = {
  value: '4321.0987',
  explanation: 'Draft explanation Zx71',
  note: 'Draft note Zx72',
  source: 'Draft source Zx73',
  measuredOn: '2022-08-13',
  breakdown: [{ dimension: 'sex', category: 'female', value: '2109.8765' }],
};
const secrets = [draft.value, draft.explanation, draft.note, draft.source, draft.measuredOn, '2109.8765', '2,109.8765'];

const outsiders = ['contributor-rpa', 'contributor-peia', 'viewer', 'administrator'];
const insiders = ['contributor', 'planner', 'reviewer'];

const tellsSecrets = async (client: Client, asOf?: string) => {
  const pages = await readEverything(client, { indicator, year, ...(asOf === undefined ? {} : { asOf }) });
  expect(pages.length).toBeGreaterThan(12);
  return pages
    .map(({ name, reply }) => ({ name, told: secrets.filter((secret) => reply.text.includes(secret)) }))
    .filter(({ told }) => told.length > 0);
};

const expectSilence = async (office: Office, asOf?: string, personas = ['contributor-rpa']) => {
  for (const persona of personas) {
    expect({ persona, told: await tellsSecrets(await office.signIn(persona), asOf) }).toEqual({ persona, told: [] });
  }
};

describe('a draft', () => {
  it('is read by its own section, by planners and by reviewers', async () => {
    const office = await openOffice();
    await enter(await office.signIn('contributor'), indicator, year, draft);
    for (const persona of insiders) {
      const client = await office.signIn(persona);
      expect(await entryOf(client, indicator, year)).toMatchObject({ ...draft, state: 'draft', withheld: false });
      const history = await client.ok(readHistory, placed(indicator, year));
      expect(history.vintages[0]).toMatchObject({ value: draft.value, source: draft.source, withheld: false });
      const page = await client.ok(readIndicator, { params: { strategy, indicator } });
      expect(page.breakdowns.find((each) => each.year === year)?.rows).toEqual(draft.breakdown);
    }
  });

  it('is kept from everybody else on every page that can be read', async () => {
    const office = await openOffice();
    await enter(await office.signIn('contributor'), indicator, year, draft);
    await expectSilence(office, undefined, outsiders);
    const entry = await entryOf(await office.signIn('viewer'), indicator, year);
    expect(entry).toMatchObject({ state: 'draft', withheld: true, value: null, breakdown: [], findings: [] });
  });

  it('is kept from everybody else when a past day is looked at on which it was one', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, indicator, year, draft);
    office.clock.forward({ hours: 48 });
    const later = {
      value: '4400',
      explanation: null,
      note: null,
      source: 'Training records',
      measuredOn: null,
      breakdown: [],
    };
    await enter(await office.signIn('contributor'), indicator, year, later);
    await submit(await office.signIn('contributor'), indicator, year);
    await expectSilence(office);
    await expectSilence(office, '2026-01-16');
  });

  it('is kept from everybody else after it was taken back', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, indicator, year, draft);
    await enter(contributor, indicator, year, { value: null });
    await expectSilence(office);
  });

  it('is kept from everybody else after its year was marked not applicable', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, indicator, year, draft);
    const entry = await enter(contributor, indicator, year, { notApplicable: { reason: 'No courses were held.' } });
    expect(entry).toMatchObject({
      state: 'not_applicable',
      value: null,
      explanation: null,
      source: null,
      breakdown: [],
    });
    await expectSilence(office);
  });

  it('is never made known by what is computed from it', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor-rpa');
    const [viewer, reviewer] = [await office.signIn('viewer'), await office.signIn('reviewer')];
    const breakdown = [{ dimension: 'trafficking type', category: 'labor', value: '50' }];
    await enter(contributor, '1.2-A', 2022, { value: '100', breakdown, reason: 'Recounted.' });
    expect(await entryOf(viewer, '1.2-C', 2022)).toMatchObject({ state: 'submitted', value: '50' });
    await giveBack(reviewer, '1.2-A', 2022, 'Look again.');
    expect(await entryOf(viewer, '1.2-C', 2022)).toMatchObject({ state: 'not_reported', value: null });
  });
});

describe('a returned value', () => {
  it('is kept from everybody else again, with the note and with what it was submitted as', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    await enter(contributor, indicator, year, draft);
    await submit(contributor, indicator, year);
    expect(await tellsSecrets(await office.signIn('viewer'))).not.toEqual([]);
    await giveBack(await office.signIn('reviewer'), indicator, year, 'Return note Zx74');
    for (const persona of outsiders) {
      const client = await office.signIn(persona);
      const { status, text } = await client.send(readEntry, placed(indicator, year));
      expect(status).toBe(200);
      for (const secret of [...secrets, 'Zx74']) expect(text).not.toContain(secret);
    }
  });
});
