import type { Operation } from './api-description.ts';
import type { Chance } from './chance.ts';
import { complaintsOf, timeFor } from './judge.ts';
import { oddBytes } from './odd-wire.ts';
import type { Answer, Message, Wire } from './wire.ts';

type Slow = {
  readonly first: number;
  readonly limit: number;
  readonly again: () => Promise<Answer>;
  readonly what: string;
};

export type Tally = {
  sent: number;
  readonly statuses: Map<number, number>;
  /** To be asked again alone. */
  readonly slow: Slow[];
  readonly complaints: string[];
};

export const newTally = (): Tally => ({ sent: 0, statuses: new Map(), slow: [], complaints: [] });

/** One person at one browser, who signs in anew wherever the session is over. */
export const createVisitor = (wire: Wire, address: string, persona: string | null, tally: Tally) => {
  const { host, origin } = new URL(address);
  let cookie: string | null = null;

  const signIn = async (): Promise<void> => {
    if (persona === null) return;
    const body = Buffer.from(JSON.stringify({ persona }));
    const headers = { origin, 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await wire.send({ method: 'POST', path: '/api/session', headers, body });
    cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    if (answer.status !== 200) throw new Error(`cannot sign in as ${persona}: ${answer.status} ${answer.text}`);
  };

  const dressed = (message: Message): Message =>
    cookie === null ? message : { ...message, headers: { cookie, ...message.headers } };

  /** With the version that the refusal names: what is behind the door of versions is to be reached too. */
  const withCurrent = (message: Message, { text }: Answer): Message | null => {
    const version = /"version":(\d+)/.exec(text.slice(text.indexOf('"current"')))?.[1];
    return version === undefined ? null : { ...message, headers: { ...message.headers, 'if-match': `"${version}"` } };
  };

  const note = (answer: Answer, what: string): void => {
    tally.sent += 1;
    tally.statuses.set(answer.status, (tally.statuses.get(answer.status) ?? 0) + 1);
    tally.complaints.push(...complaintsOf(answer).map((each) => `${each}: ${what}\n  ${answer.text.slice(0, 300)}`));
  };

  const watchTime = (first: Answer, limit: number, again: () => Promise<Answer>, what: string): void => {
    if (first.ms > limit) tally.slow.push({ first: first.ms, limit, again, what });
  };

  const talk = async (message: Message, { heavy }: Operation, what: string): Promise<void> => {
    let sent = dressed(message);
    let answer = await wire.send(sent);
    // a connection that the service closed behind an earlier answer says nothing about this message
    if (answer.status === 0) answer = await wire.send(sent);
    note(answer, what);
    if (answer.status === 401 && persona !== null) await signIn();
    const current = answer.status === 412 ? withCurrent(sent, answer) : null;
    if (current !== null) {
      sent = current;
      answer = await wire.send(current);
      note(answer, `${what}, with the current version`);
    }
    watchTime(answer, timeFor(heavy), () => wire.send(sent), what);
  };

  const talkOddly = async (chance: Chance, message: Message, { heavy }: Operation, what: string): Promise<void> => {
    const bytes = oddBytes(chance, dressed(message), host);
    const answer = await wire.sendBytes(bytes);
    note(answer, `${what} on an odd wire`);
    watchTime(answer, timeFor(heavy), () => wire.sendBytes(bytes), `${what} on an odd wire`);
  };

  return { signIn, talk, talkOddly };
};
