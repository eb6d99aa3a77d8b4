import type { Call, Caller, Reply } from './caller.ts';
import type { SignedInPerson } from './people.ts';

const strategy = '/api/strategies/fbs-2018-2022';

/** Values that take any number; each of the first planners keeps one of them up. */
const ownValues = [
  ...['1.1-A', '1.1-B', '1.1-C', '1.1-D', '1.2-A', '1.2-B', '2.1-A', '2.1-D'],
  ...['2.2-B', '3.1-A', '3.1-B', '3.1-C', '3.1-D', '3.2-B', '4.1-B', '5.2-D'],
];

const indicators = ['1.1-A', '1.2-D', '2.1-C', '2.2-A', '3.1-B', '3.2-A', '4.1-B', '5.2-D'];
const words = ['trafficking', 'victims', 'training', 'grant', 'prosecution'];

const anyOf = <T>(things: readonly T[]): T => things[Math.floor(Math.random() * things.length)] as T;

/** What people open, the overview most often; it comes with what the browser still has of it. */
const pages: readonly (() => string)[] = [
  ...Array.from({ length: 4 }, () => () => `${strategy}/overview?year=2022`),
  () => `${strategy}/overview?year=${2018 + Math.floor(Math.random() * 5)}`,
  () => `${strategy}/indicators?year=2022`,
  () => `${strategy}/indicators/${anyOf(indicators)}?year=2022`,
  () => `${strategy}/results?year=2022`,
  () => `${strategy}/my-work`,
  () => `${strategy}/completeness?year=2022`,
  () => `${strategy}/goals/${1 + Math.floor(Math.random() * 5)}?year=2022`,
  () => `${strategy}/indicators/${anyOf(indicators)}/values/2022`,
  () => `${strategy}/indicators/${anyOf(indicators)}/discussion/2022`,
  () => `${strategy}/reviews/2022`,
  () => `${strategy}/linkages`,
  () => `${strategy}/search?q=${anyOf(words)}`,
  () => '/api/session',
];

export type Kind = 'read' | 'write';
type Step = { readonly kind: Kind; readonly call: () => Promise<Reply> };

const reading = (caller: Caller) => {
  const tags = new Map<string, string>();
  return async (): Promise<Reply> => {
    const path = anyOf(pages)();
    const tag = tags.get(path);
    const reply = await caller.send({
      method: 'GET',
      path,
      ...(tag === undefined ? {} : { headers: { 'if-none-match': tag } }),
    });
    if (reply.etag !== undefined) tags.set(path, reply.etag);
    return reply;
  };
};

const commenting = (caller: Caller) => {
  let count = 0;
  return (): Promise<Reply> => {
    count += 1;
    const path = `${strategy}/indicators/${anyOf(indicators)}/discussion/2022`;
    return caller.send({ method: 'POST', path, body: { text: `Looked at it once more (${count}).` } });
  };
};

/** Keeps one value up, with the version that the answer before it named. */
const recording = (caller: Caller, indicator: string) => {
  const path = `${strategy}/indicators/${indicator}/values/2022`;
  let version: string | undefined;
  let figure = 1000;
  return async (): Promise<Reply> => {
    version ??= (await caller.send({ method: 'GET', path })).etag;
    figure += 1;
    const body = { value: String(figure), reason: 'Counted once more', explanation: 'More was counted than planned.' };
    const call: Call = { method: 'PUT', path, body, headers: { 'if-match': version ?? '"0"' } };
    const reply = await caller.send(call);
    version = reply.etag;
    return reply;
  };
};

/** Half of what planners do is writing, which makes a tenth of what everybody does. */
const writingShare = 0.5;

/** What one person does next. */
export const dayOf = ({ role, id }: SignedInPerson, caller: Caller): (() => Step) => {
  const read = reading(caller);
  const own = ownValues[Number(id.replace('load-', '')) / 5];
  const write = own === undefined ? commenting(caller) : recording(caller, own);
  return () =>
    role === 'planner' && Math.random() < writingShare ? { kind: 'write', call: write } : { kind: 'read', call: read };
};
