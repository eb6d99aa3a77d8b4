import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addComment } from '@fbs/contract';
import { expect, it } from 'vitest';
import { strategy } from '../testing/endpoints.ts';
import { useOffices } from '../testing/offices.ts';
import { createTracing } from './tracing.ts';

const openOffice = useOffices();

type Span = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: { key: string }[] };
type Sent = {
  resourceSpans: { resource: { attributes: unknown }; scopeSpans: { spans: Span[] }[] }[];
};

/** A collector on this machine that keeps what it is sent. */
const receive = async () => {
  const sent: Sent[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += String(part);
    if (request.url === '/v1/traces') sent.push(JSON.parse(text) as Sent);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const spans = () =>
    sent.flatMap(({ resourceSpans }) =>
      resourceSpans.flatMap((each) => each.scopeSpans.flatMap((scope) => scope.spans)),
    );
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    spans,
    close: () => server.close(),
  };
};

const remote = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };

it('sends a request with its write to the receiver, as part of the trace that its caller began', async () => {
  const collector = await receive();
  const tracing = await createTracing({ endpoint: collector.endpoint, name: 'fbs-test' }, '0.0.0-test');
  const office = await openOffice({ tracing });
  const planner = await office.signIn('planner');
  const url = addComment.url.replace(':strategy', strategy).replace(':indicator', '1.2-D').replace(':year', '2022');
  const reply = await planner.raw({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', traceparent: `00-${remote.trace}-${remote.span}-01` },
    payload: JSON.stringify({ text: 'a secret remark' }),
  });
  expect(reply.status).toBe(201);
  await tracing.close();
  const all = collector.spans();
  const request = all.find(({ name }) => name === `POST ${addComment.url}`);
  expect(request).toMatchObject({ traceId: remote.trace, parentSpanId: remote.span });
  const write = all.find(({ name, parentSpanId }) => name === 'write' && parentSpanId === request?.spanId);
  expect(write?.traceId).toBe(remote.trace);
  const text = JSON.stringify(collector.sent);
  expect(text).toContain('"fbs-test"');
  expect(text).toContain('http.response.status_code');
  expect(text).not.toMatch(/secret remark|1\.2-D|fbs_session/);
  collector.close();
});

it('works as without it where the receiver is away', async () => {
  const tracing = await createTracing({ endpoint: 'http://127.0.0.1:1', name: 'fbs-test' }, '0.0.0-test');
  await expect(tracing.follow('write', {}, async () => 'done')).resolves.toBe('done');
  await expect(tracing.follow('write', {}, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  await tracing.close();
});
