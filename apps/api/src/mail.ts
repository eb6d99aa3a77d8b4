import { createTransport } from 'nodemailer';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends letters; rejects where the mail server does not take one. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): void };

export type MailSettings = {
  /** smtp://user:password@host:587, or smtps:// */
  readonly smtpUrl: string;
  /** The address that letters come from. */
  readonly from: string;
};

/** Somebody waits for the answer, so a mail server that does not answer is given up soon. */
const patienceMs = 10_000;

export const createMailer = ({ smtpUrl, from }: MailSettings): Mailer => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
};
