import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { signedInOf } from '../plugins/sign-in-sessions.ts';
import type { LogSettings } from './running-settings.ts';

const hidden = '[hidden]';

/** Names whose values are nobody's business, in the JSON of a line. */
const secretFields =
  /"((?:set-)?cookie|authorization|(?:current|new)?password|token|secret|code|otp|recoveryCodes?)":"(?:[^"\\]|\\.)*"/gi;
/** A token of ours, of a session or of a link: 32 random bytes in base64url. */
const tokens = /(?<![\w-])[\w-]{43}(?![\w-])/g;
const credentials = /\/\/[^\s/@"]+@/g;
const schemes = /\b(bearer|basic) [\w.~+/=-]+/gi;
/** What a terminal would obey, or would show in another order than it stands; JSON itself escapes only the first 32. */
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One line of JSON as it may leave: without secrets, and without signs that a reader's terminal would obey. */
export const safeLine = (line: string): string =>
  line
    .replace(secretFields, `"$1":"${hidden}"`)
    .replace(tokens, hidden)
    .replace(credentials, `//${hidden}@`)
    .replace(schemes, `$1 ${hidden}`)
    .replace(unsafe, escaped);

const wordOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[\w./:@-]+$/.test(text) ? text : JSON.stringify(value);
};

/** The same for people: "2026-01-15T15:00:00.000Z INFO answered reqId=... status=200". */
export const textLine = (line: string): string => {
  const { time, level, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const words = Object.entries(rest).map(([name, value]) => `${name}=${wordOf(value)}`);
  const message = JSON.stringify(msg ?? '').slice(1, -1);
  return `${[time, String(level).toUpperCase(), message, ...words].join(' ')}\n`;
};

/** An address without what was asked in it: the words of a search are nobody's business either. */
const pathOf = (url: string): string => url.split('?')[0] ?? '';

type Logger = Extract<FastifyServerOptions['logger'], object>;

export const loggerOf = (
  { level, format }: LogSettings,
  write: (line: string) => unknown = (line) => process.stdout.write(line),
): Logger => ({
  level,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
  stream: { write: (line) => void write(safeLine(format === 'json' ? line : textLine(line))) },
});

const wellFormed = /^[\w.:-]{8,64}$/;

/** Names of requests that no other start of the service has given; one that a proxy gave goes on, if it is well formed. */
export const requestIds = (): ((request: IncomingMessage) => string) => {
  const start = randomBytes(6).toString('hex');
  let count = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    if (typeof given === 'string' && wellFormed.test(given)) return given;
    count += 1;
    return `${start}-${count.toString(36)}`;
  };
};

/** We write one line for each answer ourselves. */
export const quietController = (): LogController => new LogController({ disableRequestLogging: true });

/** One line for each answer, where anybody asked for that much. */
export const logAnswers = (app: FastifyInstance): void => {
  if (!['info', 'debug'].includes(app.log.level)) return;
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: pathOf(request.url),
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        person: signedInOf(request)?.actor.id ?? null,
      },
      'answered',
    );
    done();
  });
};
