import { createServer, type Server, type Socket } from 'node:net';
import { readCompleteness, sendReminders } from '@fbs/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from '../../configuration.ts';
import { createMailer, type Mailer } from '../../mail.ts';
import { strategy } from '../../testing/endpoints.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

type Letter = { readonly to: string; readonly text: string };
type Post = {
  readonly letters: Letter[];
  readonly mailer: Mailer;
  readonly server: Server;
  /** What went wrong, in the words of the server. */
  readonly failures: string[];
};

const open: Post[] = [];

/** Speaks as much SMTP as a letter needs: greeting, sender, receiver, text. */
const answer = (socket: Socket, letters: Letter[], refused: string): void => {
  let to = '';
  let text: string | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (text !== null) {
      if (line !== '.') text += `${line}\n`;
      else {
        letters.push({ to, text });
        text = null;
        say('250 taken');
      }
    } else if (/^RCPT TO:/i.test(line)) {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      say(to === refused ? '550 nobody of that name' : '250 known');
    } else if (/^DATA/i.test(line)) {
      text = '';
      say('354 go on');
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
    else say('250 fine');
  };
  socket.on('data', (data) => {
    const lines = (rest + data.toString()).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  socket.on('error', () => {});
  say('220 post office');
};

const openPost = async (refused = ''): Promise<Post> => {
  const letters: Letter[] = [];
  const failures: string[] = [];
  const server = createServer((socket) => answer(socket, letters, refused));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { readonly port: number };
  const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'fbs@example.gov' }, (error) =>
    failures.push(String(error)),
  );
  const post = { letters, mailer, server, failures };
  open.push(post);
  return post;
};

afterEach(() => {
  for (const { mailer, server } of open.splice(0)) {
    mailer.close();
    server.close();
  }
});

const giveAddresses = (office: Office) =>
  office.change("update people set email = id || '@example.gov' where id in ('contributor', 'planner-2')");

const asking = (...indicators: string[]) => ({
  params: { strategy },
  body: { entries: indicators.map((indicator) => ({ indicator, year: 2022 })) },
});

const mailedRows = (office: Office) =>
  office.rows<{ receiver_id: string; mailed: number }>(
    'select receiver_id, mailed_at is not null as mailed from reminders order by receiver_id, indicator_id',
  );

describe('a reminder by e-mail', () => {
  it('is one letter a person, with everything that is asked for', async () => {
    const { mailer, letters } = await openPost();
    const office = await openOffice({ mailer });
    await giveAddresses(office);
    const planner = await office.signIn('planner');
    const board = await planner.ok(readCompleteness, { params: { strategy }, querystring: { year: 2022 } });
    expect(board.mail).toBe(true);
    const own = board.overdue.filter(({ section, rights }) => section === 'IP' && rights.remind.length > 0);
    const codes = own.map(({ indicator }) => indicator);
    const answer = await planner.ok(sendReminders, asking(...codes, '5.1-A'));
    expect(answer).toMatchObject({ sent: codes.length + 1, mailed: codes.length + 1 });
    expect(answer.sentence).toMatch(/An e-mail is on its way\.$/);
    expect(letters.map(({ to }) => to).sort()).toEqual(['contributor@example.gov', 'planner-2@example.gov']);
    const text = letters.find(({ to }) => to.startsWith('contributor'))?.text ?? '';
    expect(text).toContain('From: fbs@example.gov');
    expect(text).toContain('Dana Whitfield asks you for:');
    for (const code of codes) expect(text).toContain(`- ${code} `);
    expect((await mailedRows(office)).every(({ mailed }) => mailed === 1)).toBe(true);
  });

  it('that the server does not take stands in the product all the same, and the sender learns it', async () => {
    const { mailer, letters, failures } = await openPost('contributor@example.gov');
    const office = await openOffice({ mailer });
    await giveAddresses(office);
    const answer = await (await office.signIn('planner')).ok(sendReminders, asking('1.2-D'));
    expect(answer).toEqual({
      sent: 1,
      mailed: 0,
      sentence:
        'Reminded Priya Nair of 1.2-D for FY 2022. The mail server did not take the letter to Priya Nair; the reminder stands in My work.',
    });
    expect(letters).toEqual([]);
    expect(failures.join()).toContain('nobody of that name');
    expect(await mailedRows(office)).toEqual([{ receiver_id: 'contributor', mailed: 0 }]);
  });

  it('is not tried for whoever has no address', async () => {
    const { mailer, letters } = await openPost();
    const office = await openOffice({ mailer });
    const answer = await (await office.signIn('planner')).ok(sendReminders, asking('1.2-D'));
    expect(answer.sentence).toContain('No e-mail address is known for Priya Nair.');
    expect(letters).toEqual([]);
  });
});

describe('the configuration of mail', () => {
  const smtp = { FBS_SMTP_URL: 'smtps://office:secret@mail.example.gov', FBS_MAIL_FROM: 'fbs@example.gov' };

  it('is off by default and takes both variables', () => {
    expect(readConfiguration({}).mail).toBeNull();
    expect(readConfiguration(smtp).mail).toEqual({ smtpUrl: smtp.FBS_SMTP_URL, from: smtp.FBS_MAIL_FROM });
  });

  it.each([
    [{ FBS_SMTP_URL: smtp.FBS_SMTP_URL }, 'FBS_MAIL_FROM'],
    [{ FBS_MAIL_FROM: smtp.FBS_MAIL_FROM }, 'FBS_SMTP_URL'],
    [{ ...smtp, FBS_SMTP_URL: 'https://office:secret@mail' }, 'FBS_SMTP_URL is not the address of a mail server'],
    [{ ...smtp, FBS_SMTP_URL: 'mail.example.gov' }, 'FBS_SMTP_URL is not the address of a mail server'],
    [{ ...smtp, FBS_MAIL_FROM: 'the office' }, 'FBS_MAIL_FROM is "the office"'],
  ])('stops the start at %j with a sentence that names the variable and tells no password', (environment, words) => {
    const read = () => readConfiguration(environment);
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(words);
    expect(read).not.toThrow('secret');
  });
});
