import { afterAll, expect, it } from 'vitest';
import { allEndpoints, type NamedEndpoint, strategy } from '../../apps/api/src/testing/endpoints.ts';
import { approve, enter, entryOf, giveBack, seen, submit } from '../../apps/api/src/testing/entries.ts';
import { useOffices } from '../../apps/api/src/testing/offices.ts';
import { reviewOf, sectionOf } from '../../apps/api/src/testing/reviews.ts';
import { sampleBodies } from '../../apps/api/src/testing/sample-bodies.ts';
import {
  type Action,
  isRefusal,
  nextReviewState,
  nextSectionState,
  permits,
  type ReviewAction,
  type ReviewState,
  type SectionAction,
  type SectionState,
} from '../../packages/core/src/index.ts';
import { type Asker, askersOf, takeBackEveryWrite } from './askers.ts';

const openOffice = useOffices();

const endpointOf = (name: string): NamedEndpoint => {
  const found = allEndpoints.find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is no endpoint ${name}`);
  return found;
};

let walked = 0;
afterAll(() => process.stdout.write(`${walked} answers compared with the table, each in a state of its own\n`));

const states = ['not_reported', 'draft', 'submitted', 'returned', 'approved', 'frozen'] as const;
type State = (typeof states)[number];

type EntryRule = {
  readonly action: Action | ((state: State) => Action);
  readonly bySection?: true;
  /** The states in which whoever is permitted to gets it done; in every other it is refused as not possible now. */
  readonly states: readonly State[];
  readonly body?: object;
};

const unfrozen = states.filter((state) => state !== 'frozen');
const anyText = 'Counted anew.';

/** What can be done with an indicator-year, by whom, in which of its states. */
const entryRules: Readonly<Record<string, EntryRule>> = {
  recordValue: {
    action: 'enter values',
    bySection: true,
    states: unfrozen,
    body: { value: '9500', explanation: anyText, source: anyText, reason: anyText },
  },
  submitValue: { action: 'submit values', bySection: true, states: ['draft', 'returned'] },
  explainValue: { action: 'enter values', bySection: true, states: ['submitted', 'approved'] },
  returnValue: { action: 'return values', states: ['submitted'] },
  approveValue: { action: 'approve values', states: ['submitted'] },
  setTarget: {
    action: (state) =>
      state === 'not_reported' || state === 'frozen' ? 'set targets' : 'revise targets after the result',
    states: unfrozen,
  },
  addEvidence: { action: 'enter values', bySection: true, states: unfrozen },
  writeNote: { action: 'write notes', bySection: true, states },
  addComment: { action: 'discuss', states },
  sendReminders: { action: 'send reminders', states: ['not_reported', 'draft', 'returned'] },
  markSeen: { action: 'read', states },
};

const bodyOf = (name: string, indicator: string, year: number): object | undefined => {
  if (name === 'sendReminders') return { entries: [{ indicator, year }] };
  if (name === 'markSeen') return { indicator, year };
  return entryRules[name]?.body ?? (sampleBodies[name] as object | undefined);
};

/** What the table says: nobody is let in, the role is not, it is done, or the state does not allow it. */
const expectedOf = ({ actor }: Asker, action: Action, section: string | undefined, isPossible: boolean): string => {
  if (actor === null) return '401';
  if (!permits(actor, action, section === undefined ? {} : { section })) return '403';
  return isPossible ? 'done' : '409';
};

const answered = (status: number): string => (status < 300 ? 'done' : String(status));

type Place = { readonly indicator: string; readonly section: string };

it('does with an indicator-year what the table says, for every person, section and state', async () => {
  const office = await openOffice();
  const askers = await askersOf(office);
  const [planner, reviewer] = [await office.signIn('planner'), await office.signIn('reviewer')];
  const wrong: string[] = [];

  const walk = async ({ indicator, section }: Place, state: State, year = 2022): Promise<void> => {
    const resume = takeBackEveryWrite(office);
    const entry = await entryOf(planner, indicator, year);
    expect(entry.state).toBe(state);
    for (const [name, rule] of Object.entries(entryRules)) {
      const { endpoint } = endpointOf(name);
      const headers = seen(name === 'setTarget' ? entry.target.version : entry.version);
      for (const asker of askers) {
        const params = { strategy, indicator, year };
        const body = bodyOf(name, indicator, year);
        const { status } = await asker.client.sendAny(endpoint, {
          params,
          headers,
          ...(body === undefined ? {} : { body }),
        });
        const action = typeof rule.action === 'string' ? rule.action : rule.action(state);
        const expected = expectedOf(asker, action, rule.bySection && section, rule.states.includes(state));
        walked += 1;
        if (answered(status) !== expected)
          wrong.push(`${asker.who}, ${indicator} ${state}: ${name} ${status}, not ${expected}`);
      }
    }
    resume();
  };

  for (const place of [
    { indicator: '1.2-D', section: 'IP' },
    { indicator: '4.2-A', section: 'PEIA' },
  ]) {
    const at = [place.indicator, 2022] as const;
    if (place.indicator === '1.2-D') await walk(place, 'not_reported');
    await enter(planner, ...at, { value: '9000', explanation: anyText, source: anyText, reason: anyText });
    await walk(place, 'draft');
    await submit(planner, ...at);
    await walk(place, 'submitted');
    await giveBack(reviewer, ...at, anyText);
    await walk(place, 'returned');
    await submit(planner, ...at);
    await approve(reviewer, ...at);
    await walk(place, 'approved');
    await walk(place, 'frozen', 2021);
  }
  expect(wrong).toEqual([]);
}, 180_000);

type ReviewStep = { readonly name: string; readonly action: Action };

const reviewSteps: Readonly<Record<ReviewAction, ReviewStep>> = {
  open: { name: 'openReview', action: 'open review' },
  send_to_clearance: { name: 'sendToClearance', action: 'send review to clearance' },
  return_from_clearance: { name: 'returnFromClearance', action: 'return review from clearance' },
  sign_off: { name: 'signOffReview', action: 'sign off review' },
  reopen: { name: 'reopenReview', action: 'reopen review' },
};

const sectionSteps: Readonly<Record<SectionAction, ReviewStep>> = {
  write: { name: 'writeReviewSection', action: 'write review' },
  submit: { name: 'submitReviewSection', action: 'submit review sections' },
  return: { name: 'returnReviewSection', action: 'return review sections' },
  clear: { name: 'clearReviewSection', action: 'clear review sections' },
};

const gated = ['sendToClearance', 'signOffReview'];

/** A review in preparation, one whose section was submitted, returned or cleared, one in clearance, a final one, one reopened. */
const reviews: readonly { readonly review: ReviewState; readonly section: SectionState; readonly number?: number }[] = [
  { review: 'open', section: 'drafting' },
  { review: 'open', section: 'submitted' },
  { review: 'open', section: 'returned' },
  { review: 'open', section: 'cleared' },
  { review: 'in_clearance', section: 'submitted' },
  { review: 'in_clearance', section: 'cleared' },
  { review: 'final', section: 'cleared' },
  { review: 'open', section: 'drafting', number: 2 },
];

it('takes the steps of a review that the table and its state allow, for every person', async () => {
  const office = await openOffice();
  const askers = await askersOf(office);
  const planner = await office.signIn('planner');
  const wrong: string[] = [];
  const [year, objective] = [2022, '2.2'];
  const params = { strategy, year, objective };

  const compare = async (
    asker: Asker,
    { name, action }: ReviewStep,
    version: number,
    isPossible: boolean,
    at: string,
  ) => {
    const body = sampleBodies[name];
    const input = { params, headers: seen(version), ...(body === undefined ? {} : { body }) };
    const { status } = await asker.client.sendAny(endpointOf(name).endpoint, input);
    const expected = expectedOf(asker, action, undefined, isPossible);
    // past the table stands the gate, which asks for what this review still lacks
    const isGate = expected === 'done' && status === 409 && gated.includes(name);
    walked += 1;
    if (answered(status) !== expected && !isGate) wrong.push(`${asker.who}, ${at}: ${name} ${status}, not ${expected}`);
  };

  for (const { review, section, number = 1 } of reviews) {
    await office.change(`update reviews set state = '${review}', number = ${number} where year = ${year}`);
    await office.change(
      `update review_sections set state = '${section}' where review_id in (select id from reviews where year = ${year})`,
    );
    const resume = takeBackEveryWrite(office);
    const at = `${review} ${number}, ${section}`;
    const [reviewNow, sectionNow] = [await reviewOf(planner, year), await sectionOf(planner, objective, year)];
    expect([reviewNow.state, sectionNow.state]).toEqual([review, section]);
    for (const asker of askers) {
      for (const [step, rule] of Object.entries(reviewSteps)) {
        const isPossible = !isRefusal(nextReviewState(review, step as ReviewAction));
        await compare(asker, rule, reviewNow.version, isPossible, at);
      }
      for (const [step, rule] of Object.entries(sectionSteps)) {
        const isPossible = !isRefusal(nextSectionState(section, step as SectionAction, review));
        await compare(asker, rule, sectionNow.version, isPossible, at);
      }
      await compare(asker, { name: 'writeReview', action: 'write review' }, reviewNow.version, review === 'open', at);
      await compare(asker, { name: 'addCorrectiveAction', action: 'write review' }, 0, review === 'open', at);
    }
    resume();
  }
  expect(wrong).toEqual([]);
}, 180_000);
