import { listIndicators, type ProblemCode, readSession } from '@fbs/contract';
import { type Action, type Actor, permits, refusalSentence } from '@fbs/core';
import { expect, it } from 'vitest';
import type { Client, Refusal } from './testing/client.ts';
import { allEndpoints, paramsOf, strategy } from './testing/endpoints.ts';
import { useOffices } from './testing/offices.ts';
import { sampleBodies } from './testing/sample-bodies.ts';

const openOffice = useOffices();

/** An indicator of each section. */
const indicators = { IP: '2.2-A', RPA: '5.2-C', PEIA: '4.3-A', RMP: '5.1-A' } as const;
type Section = keyof typeof indicators;

type Rule = {
  readonly action: Action;
  readonly bySection?: true;
  /** For whoever may do it at least in the own section. */
  readonly ownSection?: true;
  readonly body?: unknown;
  /** What refuses whoever passes the door; by default the version, or a body that is spoiled. */
  readonly beyond?: ProblemCode;
};

/** For every writing endpoint: what one must be allowed to do. Bodies that would be saved are spoiled instead. */
const rules: Readonly<Record<string, Rule>> = {
  recordValue: { action: 'enter values', bySection: true },
  submitValue: { action: 'submit values', bySection: true },
  explainValue: { action: 'enter values', bySection: true },
  returnValue: { action: 'return values' },
  approveValue: { action: 'approve values' },
  setTarget: { action: 'set targets' },
  createIndicator: {
    action: 'define indicators',
    body: { ...(sampleBodies.createIndicator as object), code: 'not a code' },
  },
  changeIndicator: { action: 'define indicators' },
  orderIndicators: { action: 'define indicators', body: { objective: '2.2', codes: ['2.2-A', '2.2-A'] } },
  writeNote: { action: 'write notes', bySection: true, body: { year: 2022, text: ' ' } },
  markSeen: { action: 'read', body: { indicator: '2.2-A', year: 1990 } },
  sendReminders: { action: 'send reminders', body: { entries: [{ indicator: '2.2-A', year: 1990 }] } },
  addEvidence: { action: 'enter values', bySection: true, body: { title: ' ' } },
  tryImport: { action: 'enter values', ownSection: true },
  commitImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  cancelImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  undoImport: { action: 'enter values', ownSection: true, beyond: 'not_found' },
  removeEvidence: { action: 'enter values', bySection: true, beyond: 'not_found' },
  addComment: { action: 'discuss', body: { text: ' ' } },
  resolveComment: { action: 'discuss', beyond: 'not_found' },
  reopenComment: { action: 'discuss', beyond: 'not_found' },
  addLinkage: {
    action: 'edit linkages',
    body: { ...(sampleBodies.addLinkage as object), subject: { kind: 'goal', code: '99' } },
  },
  changeLinkage: { action: 'edit linkages', beyond: 'not_found' },
  removeLinkage: { action: 'edit linkages', beyond: 'not_found' },
  restoreLinkage: { action: 'edit linkages', beyond: 'not_found' },
  loadFramework: { action: 'edit linkages', beyond: 'invalid' },
  removeFramework: { action: 'edit linkages' },
  writeReview: { action: 'write review' },
  openReview: { action: 'open review' },
  sendToClearance: { action: 'send review to clearance' },
  returnFromClearance: { action: 'return review from clearance' },
  signOffReview: { action: 'sign off review' },
  reopenReview: { action: 'reopen review' },
  writeReviewSection: { action: 'write review' },
  submitReviewSection: { action: 'submit review sections' },
  returnReviewSection: { action: 'return review sections' },
  clearReviewSection: { action: 'clear review sections' },
  addCorrectiveAction: { action: 'write review', body: { what: ' ', who: 'IP', dueOn: '2026-09-30' } },
  updateCorrectiveAction: { action: 'write review' },
  createStrategy: {
    action: 'manage strategies',
    body: { ...(sampleBodies.createStrategy as object), title: ' ' },
  },
  saveStrategyTree: { action: 'manage strategies' },
  setPredecessor: { action: 'define indicators' },
  moveStrategy: { action: 'manage strategies' },
  endSessionsOf: { action: 'manage people', beyond: 'not_found' },
};

/** One's own sessions need no role: everybody comes and goes. */
const own = ['/api/session', '/api/sessions', '/api/sessions/:session'];
const writing = allEndpoints.filter(({ endpoint }) => endpoint.method !== 'GET' && !own.includes(endpoint.url));

const personas = [
  'planner',
  'planner-2',
  'contributor',
  'contributor-rpa',
  'contributor-peia',
  'reviewer',
  'reviewer-2',
  'viewer',
  'administrator',
] as const;

it('names an action for every writing endpoint of the contract', () => {
  expect(Object.keys(rules).sort()).toEqual(writing.map(({ name }) => name).sort());
});

type Answer = { readonly what: string; readonly answer: string };

const answersTo = async (client: Client, actor: Actor): Promise<{ found: Answer[]; expected: Answer[] }> => {
  const found: Answer[] = [];
  const expected: Answer[] = [];
  for (const { name, endpoint } of writing) {
    const rule = rules[name];
    if (rule === undefined) continue;
    for (const section of (rule.bySection ? Object.keys(indicators) : ['IP']) as Section[]) {
      const what = `${rule.action} (${name}, ${section})`;
      const params = paramsOf(endpoint, { indicator: indicators[section] });
      const body = rule.body ?? sampleBodies[name];
      const reply = await client.sendAny(endpoint, { params, headers: { 'if-match': '"999"' }, body });
      const { code, detail } = JSON.parse(reply.text) as Refusal;
      found.push({ what, answer: reply.status === 403 ? detail : code });
      const place = rule.bySection ? { section } : rule.ownSection ? { section: actor.section } : {};
      const beyondTheDoor = rule.beyond ?? (endpoint.schema.headers === undefined ? 'invalid' : 'stale');
      const isPermitted = permits(actor, rule.action, place);
      expected.push({ what, answer: isPermitted ? beyondTheDoor : refusalSentence(rule.action, actor, place) });
    }
  }
  return { found, expected };
};

// every call carries a version that nobody has, or a body that cannot be saved: whoever passes the door is refused next
it.each(personas)(
  'lets a %s do in every section what the rules permit, says who may where not, and changes nothing',
  async (persona) => {
    const office = await openOffice();
    const client = await office.signIn(persona);
    const { person } = await client.ok(readSession, {});
    const versionOf = async () => (await client.ok(listIndicators, { params: { strategy } })).dataVersion;
    const before = await versionOf();
    const { found, expected } = await answersTo(client, {
      roles: person?.roles ?? [],
      section: person?.section ?? null,
    });
    expect(found.length).toBeGreaterThan(30);
    expect(found).toEqual(expected);
    expect(await versionOf()).toBe(before);
  },
);
