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

const ownMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Letters carry links that open accounts: a mail server elsewhere has to take them over TLS, unless its address says
 * itself that it cannot (`smtp://relay:25?ignoreTLS=true`).
 */
export const needsTls = (smtpUrl: string): boolean => {
  const { protocol, hostname, searchParams } = new URL(smtpUrl);
  return protocol === 'smtp:' && !ownMachine.test(hostname) && searchParams.get('ignoreTLS') !== 'true';
};

/** Without what would begin in plain text behind the back of `needsTls`: what stands in the address counts last. */
const addressFor = (smtpUrl: string): string => {
  const url = new URL(smtpUrl);
  if (url.searchParams.get('ignoreTLS') === 'true') return smtpUrl;
  for (const name of ['requireTLS', 'secure']) url.searchParams.delete(name, 'false');
  return url.href;
};

/** `onFailure` hears why a letter did not leave, for whoever runs the service. */
export const createMailer = ({ smtpUrl, from }: MailSettings, onFailure: (error: unknown) => void): Mailer => {
  const transport = createTransport({
    url: addressFor(smtpUrl),
    // a server that offers none is then refused; left out, it would be spoken to in plain text
    ...(needsTls(smtpUrl) && { requireTLS: true }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail({ from, ...mail });
      } catch (error) {
        onFailure(error);
        throw error;
      }
    },
    close: () => transport.close(),
  };
};
