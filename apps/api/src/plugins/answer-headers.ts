import type { FastifyInstance } from 'fastify';
import { isOfApi, routeOf } from './route-of.ts';

type Headers = Readonly<Record<string, string>>;
type Policy = Readonly<Record<string, string>>;

const policyText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** Only what comes from here as a file: no script and no style that stands in a page, nor in an attribute. */
const pagePolicy: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** What none of our screens uses is closed to everything that runs in them. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const everywhere: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const pageHeaders: Headers = {
  ...everywhere,
  'content-security-policy': policyText(pagePolicy),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
  'x-frame-options': 'DENY',
};

/** An answer is no page: nothing in it may run or be framed, and nobody keeps it. A route that has an ETag says more. */
export const answerHeaders: Headers = {
  ...everywhere,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** The description of the API is drawn by somebody else's page; its drawing of a name brings one style with it. */
const docsPolicy: Policy = {
  ...pagePolicy,
  'style-src': "'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
};

const aYear = 31_536_000;

/** Before everything else, so that a refusal says too how it may be used: as a page of the site, or as an answer. */
export const sayHowAnswersAreUsed = (app: FastifyInstance, publicUrl: string | null): void => {
  // over plain HTTP browsers would not believe it, and on a shared host name it would shut others out
  const overTls = publicUrl?.startsWith('https:') === true;
  const transport: Headers = overTls ? { 'strict-transport-security': `max-age=${aYear}; includeSubDomains` } : {};
  const page = { ...pageHeaders, ...transport };
  const docs = { ...page, 'content-security-policy': policyText(docsPolicy) };
  const answer = { ...answerHeaders, ...transport };
  app.addHook('onRequest', (request, reply, done) => {
    if (!isOfApi(request)) reply.headers(page);
    else reply.headers(routeOf(request).startsWith('/api/docs') ? docs : answer);
    done();
  });
};
