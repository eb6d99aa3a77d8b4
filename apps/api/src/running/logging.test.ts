import { signIn } from '@fbs/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useOffices } from '../testing/offices.ts';
import { loggerOf, requestIds, safeLine, textLine } from './logging.ts';

const openOffice = useOffices();
const token = 'A1b2-'.repeat(9).slice(0, 43);

describe('a line of the log', () => {
  it.each([
    ['a session', { headers: { cookie: `fbs_session=${token}` } }],
    ['a header', { headers: { authorization: 'Basic Zm9vOmJhcg==' } }],
    ['a password', { body: { password: 'correct horse', newPassword: 'battery "staple"' } }],
    ['the token of a link', { msg: `GET /invitation/${token} failed` }],
    ['a mail server', { msg: 'smtp://fbs:hunter2@mail.example.gov refused' }],
    ['a header in a sentence', { msg: 'sent Bearer eyJhbGciOi.J9-x' }],
  ])('never holds the secret of %s', (_what, line) => {
    const said = safeLine(JSON.stringify(line));
    for (const secret of [token, 'Zm9v', 'horse', 'staple', 'hunter2', 'eyJh']) expect(said).not.toContain(secret);
    expect(said).toContain('[hidden]');
    expect(() => JSON.parse(said)).not.toThrow();
  });

  it('keeps what helps: names, statuses, ids and checksums', () => {
    const line = {
      route: '/api/strategies/:strategy',
      id: '5f0c2f9e-6f0e-4d0f-9a7e-1a2b3c4d5e6f',
      sha256: 'ab'.repeat(32),
    };
    expect(safeLine(JSON.stringify(line))).toBe(JSON.stringify(line));
  });

  it('is one line that no terminal obeys, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('json', 'text'), (msg, format) => {
        const json = JSON.stringify({ level: 'info', time: 'now', msg, user: msg });
        const line = safeLine(format === 'json' ? json : textLine(json)).replace(/\n$/, '');
        expect(line).not.toMatch(/\p{Cc}|[\u2028-\u202e]/u);
      }),
    );
    expect(safeLine('{"msg":"\u009b31m\u202e"}')).toBe('{"msg":"\\u009b31m\\u202e"}');
  });

  it('reads as a sentence with its facts in the format for people', () => {
    const line = textLine('{"level":"info","time":"2026-01-15T15:00:00Z","status":200,"path":"/a b","msg":"answered"}');
    expect(line).toBe('2026-01-15T15:00:00Z INFO answered status=200 path="/a b"\n');
  });
});

it('takes the name that a proxy gave a request only where it is well formed', () => {
  const idOf = requestIds();
  const named = (id?: string) => idOf({ headers: id === undefined ? {} : { 'x-request-id': id } } as never);
  expect(named('f3a1-0001:edge')).toBe('f3a1-0001:edge');
  for (const id of [undefined, 'short', 'x'.repeat(65), 'a"b\nc-long-enough', '<script>alert(1)']) {
    expect(named(id)).toMatch(/^[\da-f]{12}-\w+$/);
  }
  expect(named()).not.toBe(named());
});

it('answers a problem under the id of its request, and logs each answer without what was asked in it', async () => {
  const lines: string[] = [];
  const log = loggerOf({ level: 'info', format: 'json' }, (line) => lines.push(line));
  const office = await openOffice({ logger: log });
  const headers = { 'x-request-id': 'edge-12345' };
  const reply = await office.nobody.raw({ method: 'GET', url: '/api/search?q=secret-plan', headers });
  expect(reply.headers['x-request-id']).toBe('edge-12345');
  const viewer = await office.signIn('viewer');
  await viewer.send(signIn, { body: { persona: 'viewer' } });
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told[0]).toMatchObject({
    level: 'info',
    reqId: 'edge-12345',
    status: reply.status,
    path: '/api/search',
    person: null,
  });
  expect(told.at(-1)).toMatchObject({ route: '/api/session', method: 'POST', status: 200, person: 'viewer' });
  expect(lines.join('')).not.toMatch(/secret-plan|fbs_session/);
});
