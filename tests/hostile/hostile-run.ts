import type { Description, Operation } from './api-description.ts';
import { operationsOf } from './api-description.ts';
import { chanceFrom } from './chance.ts';
import { isSlow } from './judge.ts';
import { harms, messageFor } from './make-message.ts';
import { thingsIn } from './things.ts';
import { createVisitor, newTally, type Tally } from './visitor.ts';
import { createWire } from './wire.ts';

type Run = {
  readonly address: string;
  readonly file: string;
  readonly seed: string;
  readonly role: string;
  readonly requests: number;
  /** Milliseconds that the service has computed for so far. */
  readonly cpuOf: () => number;
};

/** Of how many requests at once the service hears. */
const atOnce = 8;

const describedAt = async (address: string): Promise<Description> =>
  (await (await fetch(`${address}/api/openapi.json`)).json()) as Description;

/** What makes papers takes its turn, so that it is not refused for being too much at once. */
const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
};

const askSlowOnesAgain = async ({ slow, complaints }: Tally, cpuOf: () => number): Promise<void> => {
  for (const { first, limit, again, what } of slow) {
    const tries = [];
    for (const _ of [1, 2]) {
      const before = cpuOf();
      const { ms } = await again();
      tries.push({ ms, cpu: cpuOf() - before });
    }
    if (isSlow(tries, limit))
      complaints.push(`took ${[first, ...tries.map(({ ms }) => ms)].map(Math.round)} ms: ${what}`);
  }
};

/** Number `index` of a seed and role is always the same message, for the same records. */
export const runAs = async ({ address, file, seed, role, requests, cpuOf }: Run): Promise<Tally> => {
  const description = await describedAt(address);
  const operations = operationsOf(description);
  const light = operations.filter(({ heavy }) => !heavy);
  const ground = { description, things: thingsIn(file), origin: new URL(address).origin };
  const wire = createWire(address);
  const tally = newTally();
  const visitor = createVisitor(wire, address, role === 'nobody' ? null : role, tally);
  const inTurn = oneAtATime();
  await visitor.signIn();
  const sendOne = async (index: number): Promise<void> => {
    const chance = chanceFrom(`${seed} ${role} ${index}`);
    // every endpoint has its turns, whatever the seed; what takes long has fewer
    const inOrder = operations[index % operations.length] as Operation;
    const operation = inOrder.heavy && !chance.yes(25) ? chance.pick(light) : inOrder;
    const harm = chance.pick(harms);
    const message = messageFor(chance, ground, operation, harm);
    const what = `${seed} ${role} ${index}: ${harm}, ${message.method} ${message.path.slice(0, 200)} ${message.body?.toString().slice(0, 300) ?? ''}`;
    const work = () =>
      chance.yes(15) ? visitor.talkOddly(chance, message, operation, what) : visitor.talk(message, operation, what);
    await (operation.heavy ? inTurn(work) : work());
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    // requests that are repeated with the current version count too
    while (tally.sent < requests && tally.complaints.length < 20) {
      next += 1;
      await sendOne(next);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await askSlowOnesAgain(tally, cpuOf);
  wire.close();
  return tally;
};
