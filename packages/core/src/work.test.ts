import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryStates, roles } from './vocabulary.ts';
import { type WorkAction, type WorkEntry, type WorkFacts, type WorkSection, workKinds, workOf } from './work.ts';

const entry: WorkEntry = {
  indicator: '1.2-D',
  name: 'People trained',
  section: 'IP',
  role: 'performance',
  year: 2022,
  state: 'not_reported',
  dueDay: '2022-11-30',
  closed: false,
  inClearance: false,
  recorded: null,
  submittedBy: null,
  returnNote: null,
  reminder: null,
};
const priya = { id: 'priya', name: 'Priya Nair', day: '2022-12-02' };

const section: WorkSection = {
  objective: '2.1',
  name: 'Prosecution',
  year: 2022,
  review: 'open',
  state: 'submitted',
  recorded: { id: 'dana', name: 'Dana Whitfield', day: '2022-12-03' },
  submittedBy: 'dana',
  returnNote: null,
};
const action: WorkAction = {
  objective: '2.1',
  what: 'Renew the agreement',
  dueOn: '2023-03-31',
  openedYear: 2021,
  year: 2022,
  review: 'open',
};

type Person = WorkFacts['actor'];
const contributor: Person = { id: 'priya', roles: ['contributor'], section: 'IP' };
const planner: Person = { id: 'dana', roles: ['planner'], section: 'RMP' };
const reviewer: Person = { id: 'ruth', roles: ['reviewer'], section: null };

const work = (actor: Person, part: Partial<WorkFacts>) =>
  workOf({
    actor,
    today: '2022-12-15',
    selfApproval: false,
    entries: [],
    sections: [],
    actions: [],
    mentions: [],
    ...part,
  });
const kinds = (actor: Person, change: Partial<WorkEntry>) =>
  work(actor, { entries: [{ ...entry, ...change }] }).map(({ kind }) => kind);

test.each<[string, Person, Partial<WorkEntry>, readonly string[]]>([
  ['what is past its day is overdue for its section', contributor, {}, ['overdue']],
  ['and for planners, who enter everywhere', planner, {}, ['overdue']],
  ['but not for another section', { ...contributor, section: 'PEIA' }, {}, []],
  ['nor for reviewers, who enter nothing', reviewer, {}, []],
  ['what is due within 30 days is listed', contributor, { state: 'not_due', dueDay: '2023-01-14' }, ['due']],
  ['and not before', contributor, { state: 'not_due', dueDay: '2023-01-15' }, []],
  ['nor what its indicator came too late for', contributor, { state: 'not_due', dueDay: '2018-11-30' }, []],
  ['on the due day itself it is due, not late', contributor, { state: 'not_due', dueDay: '2022-12-15' }, ['due']],
  ['a returned value goes back to its section', contributor, { state: 'returned', recorded: priya }, ['returned']],
  ['my draft is mine to submit', contributor, { state: 'draft', recorded: priya }, ['draft']],
  [
    'the draft of another that is late is chased by planners',
    planner,
    { state: 'draft', recorded: priya },
    ['overdue'],
  ],
  ['one that is not late is left alone', planner, { state: 'draft', recorded: priya, dueDay: '2023-02-01' }, []],
  ['context is never overdue', contributor, { role: 'context' }, []],
  ['a draft of context is still mine', contributor, { role: 'context', state: 'draft', recorded: priya }, ['draft']],
  ['a submitted value waits for a reviewer', reviewer, { state: 'submitted', submittedBy: 'priya' }, ['to_approve']],
  [
    'but not for the one who submitted it',
    { ...reviewer, id: 'priya' },
    { state: 'submitted', submittedBy: 'priya' },
    [],
  ],
  ['nor for a planner', planner, { state: 'submitted', submittedBy: 'priya' }, []],
  ['nothing waits in a frozen year', contributor, { closed: true }, []],
  ['in clearance nothing is entered', contributor, { inClearance: true }, []],
  ['while it is decided on', reviewer, { inClearance: true, state: 'submitted', submittedBy: 'priya' }, ['to_approve']],
  ['a reminder lifts it', contributor, { reminder: { sender: 'Dana', day: '2022-12-10' } }, ['reminded']],
  ['until it is reported', contributor, { state: 'submitted', reminder: { sender: 'Dana', day: '2022-12-10' } }, []],
])('%s', (_says, actor, change, expected) => {
  expect(kinds(actor, change)).toEqual(expected);
});

test('a very small office that allows it lets a person approve what they submitted', () => {
  const entries = [{ ...entry, state: 'submitted' as const, submittedBy: 'ruth' }];
  expect(work(reviewer, { entries })).toEqual([]);
  expect(work(reviewer, { entries, selfApproval: true })).toHaveLength(1);
});

test('each line says why it stands there, and the day that counts', () => {
  const entries = [
    {
      ...entry,
      state: 'returned' as const,
      recorded: { ...priya, name: 'Ruth Calloway' },
      returnNote: 'Name the source.',
    },
    { ...entry, indicator: '5.1-A', reminder: { sender: 'Dana Whitfield', day: '2022-12-10' } },
    { ...entry, indicator: '5.1-B', reminder: { sender: null, day: '2022-12-11' } },
  ];
  expect(
    work(contributor, { entries }).map(({ indicator, day, reason, late }) => [indicator, day, reason, late]),
  ).toEqual([
    ['5.1-A', '2022-12-10', 'Dana Whitfield asks for this value.', true],
    ['5.1-B', '2022-12-11', 'The service asks for this value.', true],
    ['1.2-D', '2022-12-02', 'Ruth Calloway returned it: \u201cName the source.\u201d', true],
  ]);
});

test('sections wait for a reviewer who did not submit them, and go back to planners', () => {
  expect(work(reviewer, { sections: [section] }).map(({ kind }) => kind)).toEqual(['section_to_clear']);
  expect(work({ ...reviewer, id: 'dana' }, { sections: [section] })).toEqual([]);
  expect(work(planner, { sections: [section] })).toEqual([]);
  const returned = { ...section, state: 'returned' as const, returnNote: 'Say why.' };
  expect(work(planner, { sections: [returned] })[0]?.reason).toBe('Dana Whitfield returned it: \u201cSay why.\u201d');
  expect(work(planner, { sections: [{ ...returned, review: 'in_clearance' }] })).toEqual([]);
  expect(work(reviewer, { sections: [{ ...section, review: 'final' }] })).toEqual([]);
});

test('open comments that mention a person wait until they are seen: one line a discussion, with its latest words', () => {
  const mention = {
    indicator: '1.2-D',
    name: 'Officials trained',
    section: 'IP',
    year: 2022,
    author: 'Ana Reyes',
    text: 'Which courses\nare counted?',
    day: '2022-12-01',
  };
  const later = { ...mention, author: 'Bo Lind', text: 'x'.repeat(200), day: '2022-12-03' };
  const elsewhere = { ...mention, year: 2021, day: '2022-12-02' };
  const items = work(planner, { mentions: [mention, elsewhere, later] });
  expect(items.map(({ kind, year, day }) => [kind, year, day])).toEqual([
    ['mentioned', 2021, '2022-12-02'],
    ['mentioned', 2022, '2022-12-03'],
  ]);
  expect(items[0]?.reason).toBe('Ana Reyes mentioned you: \u201cWhich courses are counted?\u201d');
  expect(items[1]?.reason).toBe(`Bo Lind mentioned you: \u201c${'x'.repeat(160)} …\u201d And 1 more before it.`);
});

test('carried actions wait for those who write the review, while it is open', () => {
  expect(work(planner, { actions: [action] }).map(({ kind, name }) => [kind, name])).toEqual([
    ['action_to_update', 'Renew the agreement'],
  ]);
  expect(work(reviewer, { actions: [action] })).toEqual([]);
  expect(work(planner, { actions: [{ ...action, review: 'in_clearance' }] })).toEqual([]);
});

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2022-12-${String(day).padStart(2, '0')}`);
const anyEntry = fc.record({
  state: fc.constantFrom(...entryStates),
  dueDay: days,
  closed: fc.boolean(),
  inClearance: fc.boolean(),
  recorded: fc.option(fc.constantFrom(priya, { ...priya, id: 'dana' })),
  reminder: fc.option(fc.record({ sender: fc.constant('Dana'), day: days })),
});

test('everything stands once, in the order of the kinds and oldest first, and never for those who only read', () => {
  fc.assert(
    fc.property(fc.array(anyEntry), fc.constantFrom(...roles), (changes, role) => {
      const entries = changes.map((change, index) => ({ ...entry, indicator: `1.1-${index}`, ...change }));
      const items = work({ id: 'dana', roles: [role], section: 'IP' }, { entries });
      if (role === 'viewer' || role === 'administrator') expect(items).toEqual([]);
      expect(new Set(items.map(({ indicator }) => indicator)).size).toBe(items.length);
      const ranks = items.map(({ kind, day }) => `${workKinds.indexOf(kind)} ${day}`);
      expect(ranks).toEqual([...ranks].sort());
      for (const { indicator } of items) {
        expect(entries.find((each) => each.indicator === indicator)).toMatchObject({ closed: false });
      }
    }),
  );
});
