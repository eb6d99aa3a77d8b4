import { listIndicators, readSession } from '@fbs/contract';
import { type Actor, permits, refusalSentence } from '@fbs/core';
import { expect, it } from 'vitest';
import type { Client, Refusal } from './testing/client.ts';
import { indicatorOf, writingRules as rules, type Section } from './testing/endpoint-rules.ts';
import { allEndpoints, paramsOf, strategy } from './testing/endpoints.ts';
import { useOffices } from './testing/offices.ts';
import { sampleBodies } from './testing/sample-bodies.ts';

const openOffice = useOffices();

/** One's own sessions and account need no role: everybody comes and goes. */
const own = /^\/api\/(sessions?|account|account-link)(\/|$)/;

const writing = allEndpoints.filter(({ endpoint }) => endpoint.method !== 'GET' && !own.test(endpoint.url));

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
    for (const section of (rule.bySection ? Object.keys(indicatorOf) : ['IP']) as Section[]) {
      const what = `${rule.action} (${name}, ${section})`;
      const params = paramsOf(endpoint, { indicator: indicatorOf[section] });
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
