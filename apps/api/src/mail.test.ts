import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createMailer, needsTls } from './mail.ts';

it.each([
  ['smtp://mail.example.gov:587', true],
  ['smtp://user:password@mail.example.gov', true],
  ['smtp://relay.example.gov:25?ignoreTLS=true', false],
  ['smtp://relay.example.gov:25?ignoreTLS=false', true],
  ['smtp://127.0.0.1.example.gov', true],
  ['smtps://mail.example.gov', false],
  ['smtp://localhost:25', false],
  ['smtp://127.0.0.1:25', false],
  ['smtp://[::1]:25', false],
])('whether letters to %s need a way to begin TLS: %s', (url, needed) => {
  expect(needsTls(url)).toBe(needed);
});

/** A server that knows nothing of TLS. */
const plainServer = async (heard: string[]) => {
  const answer = (socket: Socket): void => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard.push(String(data));
      socket.write(/^STARTTLS/i.test(String(data)) ? '502 what is that?\r\n' : '250 fine\r\n');
    });
    socket.write('220 post office\r\n');
  };
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, port: (server.address() as { readonly port: number }).port };
};

it.each(['', '?requireTLS=false', '?secure=false'])(
  'no letter goes to a mail server elsewhere that offers no TLS%s',
  async (said) => {
    const heard: string[] = [];
    const { server, port } = await plainServer(heard);
    const failures: unknown[] = [];
    // this machine in a spelling that is not known to be it
    const mailer = createMailer(
      { smtpUrl: `smtp://[::ffff:127.0.0.1]:${port}${said}`, from: 'fbs@example.gov' },
      (error) => failures.push(error),
    );
    const letter = { to: 'ada@example.gov', subject: 'A link', text: '/welcome#secret' };
    await expect(mailer.send(letter)).rejects.toThrow(/STARTTLS/);
    expect(heard.join('')).not.toContain('ada@example.gov');
    expect(failures).toHaveLength(1);
    mailer.close();
    server.close();
  },
);
