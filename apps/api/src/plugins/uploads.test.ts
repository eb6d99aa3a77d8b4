import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { addEvidence } from '@fbs/contract';
import { expect, it } from 'vitest';
import { refusalOf, urlOf } from '../testing/client.ts';
import { placed } from '../testing/entries.ts';
import { useOffices } from '../testing/offices.ts';

const openOffice = useOffices();
const url = urlOf(addEvidence, placed('2.2-A', 2022));

it.each([300, 5000])('a form whose boundary is longer than forms have (%i) is refused', async (length) => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const boundary = 'b'.repeat(length);
  const reply = await planner.raw({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="title"\r\n\r\nx\r\n--${boundary}--\r\n`,
  });
  expect(refusalOf(reply)).toMatchObject({ status: 400, detail: expect.stringMatching(/did not arrive whole/) });
});

it('whoever goes away in the middle of a file is no mistake of the service', async () => {
  const office = await openOffice();
  const { cookie } = await office.signIn('planner');
  const address = new URL(await office.app.listen({ host: '127.0.0.1', port: 0 }));
  const socket = connect(Number(address.port), address.hostname);
  await once(socket, 'connect');
  const heads = ['content-type: multipart/form-data; boundary=b', 'content-length: 5000', `cookie: ${cookie}`];
  socket.write(`POST ${url} HTTP/1.1\r\nhost: ${address.host}\r\n${heads.join('\r\n')}\r\n\r\n`);
  socket.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
  await wait(50);
  socket.destroy();
  await wait(100);
  expect(office.bugs).toEqual([]);
});
