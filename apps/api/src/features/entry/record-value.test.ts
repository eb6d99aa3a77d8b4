import { createIndicator, recordValue, submitValue } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { everything } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import {
  approve,
  enter,
  entryOf,
  historyOf,
  latest,
  placed,
  refusedValue,
  seen,
  submit,
} from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';
import { sampleDefinition } from '../../testing/sample-bodies.ts';

const openOffice = useOffices();

/** Trained practitioners, of International Programs: nothing is entered. */
const indicator = '1.2-D';
const year = 2022;

describe('a figure', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-3.5', '-3.5'],
    ['+7', '7'],
    ['007', '7'],
    ['12.50', '12.5'],
    [' 12 ', '12'],
    ['0.1', '0.1'],
    ['0.000000000000001', '0.000000000000001'],
    ['123456789012345', '123456789012345'],
    ['1234567890.12345', '1234567890.12345'],
  ])('typed as "%s" is kept exactly as %s', async (typed, kept) => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    expect(await enter(contributor, indicator, year, { value: typed })).toMatchObject({ value: kept, state: 'draft' });
    const [row] = await office.rows<{ value: string }>(
      "select value from indicator_values where id like '%1.2-D/2022/value'",
    );
    expect(row?.value).toBe(kept);
  });

  it.each([
    '1e5',
    '1,234',
    '1.234.5',
    'abc',
    'NaN',
    'Infinity',
    '--1',
    '1 000',
    '.5',
    '5.',
    '0x10',
    '１２',
    '12%',
    '1_000',
  ])('typed as "%s" is refused with a sentence that says how to type it', async (typed) => {
    const office = await openOffice();
    const before = await everything(office);
    const refusal = await refusedValue(await office.signIn('contributor'), indicator, year, { value: typed });
    expect(refusal).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer: '/value' }] });
    expect(refusal.detail).toContain('Enter a number for FY 2022');
    expect(await everything(office)).toBe(before);
  });

  it('of more than 15 digits is refused rather than rounded', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    for (const value of ['1234567890123456', '1000000000000000', '0.1234567890123456', '123456789012345.6']) {
      expect(await refusedValue(contributor, indicator, year, { value })).toMatchObject({ status: 422 });
    }
  });

  it('too long to be one is refused unread', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    expect(await refusedValue(contributor, indicator, year, { value: '1'.repeat(61) })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/value' }],
    });
  });

  it('sent as a JSON number is refused: binary floats would round it', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    const reply = await contributor.sendAny(recordValue, {
      ...placed(indicator, year),
      headers: seen(0),
      body: { value: 12 },
    });
    expect(JSON.parse(reply.text)).toMatchObject({ status: 400, errors: [{ pointer: '/value' }] });
  });

  it.each(['', '  ', null])('that is blank (%j) takes the value back', async (value) => {
    const contributor = await (await openOffice()).signIn('contributor');
    await enter(contributor, indicator, year, { value: '4500' });
    expect(await enter(contributor, indicator, year, { value })).toMatchObject({
      value: null,
      state: 'not_reported',
      version: 2,
    });
  });

  it('of zero is a value: it is reported, rated and explained', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    await enter(contributor, indicator, year, { value: '0', explanation: 'No courses.' });
    const entry = await submit(contributor, indicator, year);
    expect(entry).toMatchObject({
      state: 'submitted',
      value: '0',
      rating: { rating: 'below_target', deviation: '-100' },
    });
  });
});

describe('what is sent', () => {
  it('changes alone; the rest stays as it was', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    await enter(contributor, indicator, year, {
      value: '4500',
      source: 'Records',
      note: 'First.',
      measuredOn: '2022-09-30',
    });
    const entry = await enter(contributor, indicator, year, { note: null });
    expect(entry).toMatchObject({ value: '4500', source: 'Records', note: null, measuredOn: '2022-09-30' });
  });

  it('is something: a write that names nothing is refused, and leaves no version', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const before = await everything(office);
    for (const body of [{}, { reason: 'Nothing else.' }]) {
      const refusal = await refusedValue(contributor, indicator, year, body);
      expect(refusal).toMatchObject({ status: 422, detail: expect.stringContaining('Nothing was sent to change') });
    }
    expect(await everything(office)).toBe(before);
  });

  it('of a point in time names its day, within the year and not still to come; every version keeps its own', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const definition = { ...sampleDefinition, periodBasis: 'point_in_time' };
    const body = { code: '2.2-T', objective: '2.2', definition };
    const reply = await planner.sendAny(createIndicator, { params: { strategy }, body });
    expect(reply.status, reply.text).toBe(201);
    for (const day of ['2021-09-30', '2022-10-01', '2022-02-30']) {
      const refusal = await refusedValue(planner, '2.2-T', 2022, { value: '5', measuredOn: day });
      expect(refusal.errors, day).toMatchObject([{ pointer: '/measuredOn' }]);
    }
    await enter(planner, '2.2-T', 2022, { value: '5', measuredOn: '2021-10-01' });
    const entry = await enter(planner, '2.2-T', 2022, { measuredOn: '2022-09-30' });
    expect(entry).toMatchObject({
      value: '5',
      measuredOn: '2022-09-30',
      period: { label: 'FY 2022, on a stated date' },
    });
    const { vintages } = await historyOf(planner, '2.2-T', 2022);
    expect(vintages.map(({ measuredOn }) => measuredOn)).toEqual(['2022-09-30', '2021-10-01']);
  });

  it('is no longer illustrative or published once a person typed it', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    expect(await entryOf(contributor, '2.1-D', year)).toMatchObject({ illustrative: true, state: 'returned' });
    const entry = await enter(contributor, '2.1-D', year, { value: '1515', source: 'Award reports, quarter 4' });
    expect(entry).toMatchObject({ illustrative: false, verification: null, value: '1515', state: 'draft' });
  });

  it('takes a submitted value back into drafting', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    expect(await enter(contributor, '2.2-A', year, { value: '9411' })).toMatchObject({ state: 'draft', value: '9411' });
  });
});

describe('not applicable', () => {
  it('takes a reason, empties the entry and leaves the counts', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    await enter(contributor, indicator, year, { value: '4500' });
    const entry = await enter(contributor, indicator, year, {
      notApplicable: { reason: ' No courses were planned. ' },
    });
    expect(entry).toMatchObject({
      state: 'not_applicable',
      value: null,
      notApplicableReason: 'No courses were planned.',
    });
    expect(entry).toMatchObject({ due: false, rating: { rating: 'not_rated', reason: 'not_applicable' } });
    const { vintages } = await historyOf(contributor, indicator, year);
    expect(vintages[0]).toMatchObject({ action: 'marked_not_applicable', reason: 'No courses were planned.' });
    expect(vintages[1]).toMatchObject({ action: 'entered', value: '4500' });
  });

  it('is refused without a reason, and for an approved value', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    expect(await refusedValue(contributor, indicator, year, { notApplicable: { reason: '  ' } })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/notApplicable/reason' }],
    });
    const refusal = await refusedValue(contributor, '1.1-C', year, { notApplicable: { reason: 'No.' } });
    expect(refusal).toMatchObject({ status: 409, detail: expect.stringContaining('correct it and give a reason') });
  });

  it('is taken back by entering a value', async () => {
    const contributor = await (await openOffice()).signIn('contributor-peia');
    const entry = await enter(contributor, '4.2-A', year, { value: '1' });
    expect(entry).toMatchObject({ state: 'draft', value: '1', notApplicableReason: null });
  });
});

describe('a correction of an approved value', () => {
  it('needs a reason, goes to a reviewer again, keeps the old vintage and stays marked as restated', async () => {
    const office = await openOffice();
    const [contributor, reviewer] = [await office.signIn('contributor'), await office.signIn('reviewer')];
    const refusal = await refusedValue(contributor, '1.1-C', year, { value: '11' });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
    const corrected = await enter(contributor, '1.1-C', year, { value: '11', reason: 'One law was counted twice.' });
    expect(corrected).toMatchObject({ state: 'submitted', value: '11', restated: true, submittedBy: 'contributor' });
    expect(await approve(reviewer, '1.1-C', year)).toMatchObject({ state: 'approved', restated: true });
    const { vintages } = await historyOf(contributor, '1.1-C', year);
    expect(vintages.map(({ action, value, difference }) => [action, value, difference])).toEqual([
      ['approved', '11', '0'],
      ['corrected', '11', '-1'],
      ['approved', '12', '0'],
      ['submitted', '12', '0'],
      ['entered', '12', null],
    ]);
    expect(vintages[1]?.reason).toBe('One law was counted twice.');
  });

  it('needs a value, and an explanation where the new one misses the target', async () => {
    const contributor = await (await openOffice()).signIn('contributor');
    const blank = await refusedValue(contributor, '1.1-C', year, { value: null, reason: 'Wrong.' });
    expect(blank).toMatchObject({ status: 422, errors: [{ pointer: '/value' }] });
    const unexplained = await refusedValue(contributor, '1.1-C', year, {
      value: '3',
      reason: 'Wrong.',
      explanation: null,
    });
    expect(unexplained).toMatchObject({ status: 422, errors: [{ pointer: '/explanation' }] });
  });

  it('cannot be approved by whoever made it', async () => {
    const office = await openOffice();
    await office.change("insert into person_roles (person_id, role) values ('reviewer', 'planner')");
    const reviewer = await office.signIn('reviewer');
    await enter(reviewer, '1.1-C', year, { value: '11', reason: 'Counted twice.' });
    await expect(approve(reviewer, '1.1-C', year)).rejects.toThrow('submitted this yourself');
  });
});

describe('a milestone', () => {
  it('is done or not done, and nothing between', async () => {
    const contributor = await (await openOffice()).signIn('contributor-peia');
    const correct = (value: string) => ({ value, reason: 'Looked it up.', explanation: 'Printing was late.' });
    for (const value of ['2', '0.5', '-1', '100']) {
      expect(await refusedValue(contributor, '4.2-B', year, correct(value))).toMatchObject({
        status: 422,
        errors: [{ pointer: '/value', detail: expect.stringContaining('1 for done or 0 for not done') }],
      });
    }
    expect(await enter(contributor, '4.2-B', year, correct('0'))).toMatchObject({
      value: '0',
      rating: { rating: 'below_target' },
    });
    expect(await enter(contributor, '4.2-B', year, { value: '1.0' })).toMatchObject({ value: '1', state: 'draft' });
  });
});

describe('a narrative', () => {
  const openNarrative = async () => {
    const planner = await (await openOffice()).signIn('planner');
    const definition = { ...sampleDefinition, kind: 'narrative' as const };
    await planner.ok(createIndicator, { params: { strategy }, body: { code: '2.2-N', objective: '2.2', definition } });
    return planner;
  };

  it('is text with a chosen rating; other indicators take neither', async () => {
    const planner = await openNarrative();
    const body = { text: 'Survivors shaped the program.', chosenRating: 'on_target' } as const;
    expect(await enter(planner, '2.2-N', year, body)).toMatchObject({ state: 'draft', value: null, ...body });
    expect((await submit(planner, '2.2-N', year)).rating.rating).toBe('on_target');
    for (const part of [{ text: 'Well.' }, { chosenRating: 'on_target' as const }]) {
      const refusal = await refusedValue(planner, indicator, year, part);
      expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
    }
  });

  it('takes no figure', async () => {
    const refusal = await refusedValue(await openNarrative(), '2.2-N', year, { value: '5' });
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/value' }] });
    expect(refusal.detail).toContain('write a text and choose a rating');
  });

  it('is not submitted without its text', async () => {
    const planner = await openNarrative();
    await enter(planner, '2.2-N', year, { chosenRating: 'on_target' });
    const refusal = await planner.refused(submitValue, await latest(planner, '2.2-N', year));
    expect(refusal).toMatchObject({ status: 422, errors: [{ pointer: '/text' }] });
  });
});

describe('where a figure comes from', () => {
  it("stays as it was while only a remark is written, and is the person's own once a figure is typed", async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    expect(await entryOf(planner, '3.2-A', year)).toMatchObject({ state: 'draft', illustrative: true });
    expect(await enter(planner, '3.2-A', year, { note: 'Checked with the partner.' })).toMatchObject({
      illustrative: true,
    });
    expect(await enter(planner, '3.2-A', year, { value: '4600' })).toMatchObject({ illustrative: false });
  });

  it('is not called restated where a correction leaves the figure as it was', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    const reason = 'The source was misspelled.';
    expect(await enter(planner, '1.1-C', year, { source: 'Award reports', reason })).toMatchObject({ restated: false });
    expect(await enter(planner, '2.1-C', year, { value: '7281', reason })).toMatchObject({ restated: true });
  });
});
