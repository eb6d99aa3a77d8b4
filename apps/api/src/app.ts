import Fastify, { type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { RequestLimits } from './configuration.ts';
import type { Service } from './context.ts';
import { accountRoutes } from './features/account/account-routes.ts';
import { auditRoutes } from './features/audit/audit-routes.ts';
import { comparisonRoutes } from './features/comparison/comparison-routes.ts';
import { completenessRoutes } from './features/completeness/completeness-routes.ts';
import { discussionRoutes } from './features/discussion/discussion-routes.ts';
import { entryRoutes } from './features/entry/entry-routes.ts';
import { evidenceRoutes } from './features/evidence/evidence-routes.ts';
import { exportsRoutes } from './features/exports/exports-routes.ts';
import { importRoutes } from './features/imports/import-routes.ts';
import { indicatorRoutes } from './features/indicators/indicator-routes.ts';
import { frameworkRoutes } from './features/linkages/framework-routes.ts';
import { linkageRoutes } from './features/linkages/linkage-routes.ts';
import { myWorkRoutes } from './features/my-work/my-work-routes.ts';
import { peopleRoutes } from './features/people/people-routes.ts';
import { reviewRoutes } from './features/reviews/review-routes.ts';
import { sectionFileRoutes } from './features/reviews/section-file-routes.ts';
import { searchRoutes } from './features/search/search-routes.ts';
import { sessionRoutes } from './features/session/session-routes.ts';
import { settingsRoutes } from './features/settings/settings-routes.ts';
import { strategiesRoutes } from './features/strategies/strategies-routes.ts';
import { strategyFileRoutes } from './features/strategies/strategy-file-routes.ts';
import { strategyRoutes } from './features/strategy/strategy-routes.ts';
import { sayHowAnswersAreUsed } from './plugins/answer-headers.ts';
import { sendEvents } from './plugins/events.ts';
import { describeApi } from './plugins/openapi.ts';
import { refuseOtherOrigins } from './plugins/own-origin.ts';
import { answerBadAddress, answerBrokenRequest, answerProblems } from './plugins/problem-details.ts';
import { keepRefusals } from './plugins/refusal-trail.ts';
import { limitRequests } from './plugins/request-limits.ts';
import { rememberRoutes } from './plugins/route-of.ts';
import { askWhoItIs, readSessions } from './plugins/sign-in-sessions.ts';
import { cutSlowReaders } from './plugins/slow-readers.ts';
import { serveScreens } from './plugins/static-files.ts';
import { holdStrategyStates } from './plugins/strategy-states.ts';
import { takeUnreadBodies } from './plugins/unread-bodies.ts';
import { healthRoutes, refuseWhileStopping } from './running/health-routes.ts';
import { logAnswers, quietController, requestIds } from './running/logging.ts';
import { measureRequests } from './running/measure-requests.ts';
import type { Measures } from './running/measures.ts';
import { createRunState, type RunState } from './running/run-state.ts';
import { traceRequests } from './running/traced-service.ts';
import type { Tracing } from './running/tracing.ts';
import type { App } from './typed-app.ts';

/** What one caller may hold open: no request takes longer to arrive, and none has a longer address and heads. */
const connectionLimits = {
  bodyLimit: 1_048_576,
  requestTimeout: 120_000,
  http: { headersTimeout: 20_000, maxHeaderSize: 16_384 },
} as const;

type Options = {
  readonly logger?: FastifyServerOptions['logger'];
  readonly webFolder?: string;
  readonly trustedProxies?: readonly string[];
  readonly requestLimits?: RequestLimits;
  /** How soon refusals come into the trail; null: when it is read. */
  readonly refusalsAfterMs?: number | null;
  readonly state?: RunState;
  readonly measures?: Measures | null;
  readonly tracing?: Tracing | null;
};

const mostConnections = 4096;

/** Everything but the port: plugins, then every feature by name. */
export const buildApp = async (
  service: Service,
  {
    logger = false,
    webFolder,
    state = createRunState(),
    measures = null,
    tracing = null,
    trustedProxies = [],
    requestLimits = { ofSession: 0, ofAddress: 0 },
    refusalsAfterMs = 2_000,
  }: Options = {},
): Promise<App> => {
  const app: App = Fastify({
    logger,
    ...connectionLimits,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerBadAddress,
    genReqId: requestIds(),
    logController: quietController(),
    clientErrorHandler: answerBrokenRequest,
    // the hook below answers them in our own shape
    return503OnClosing: false,
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = mostConnections;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  if (measures !== null) measureRequests(app, measures);
  if (tracing !== null) traceRequests(app, tracing);
  const refusals = keepRefusals(service, refusalsAfterMs, (error) => app.log.error(error));
  app.addHook('preClose', () => refusals.write(true));
  answerProblems(app, refusals.note);
  logAnswers(app);
  rememberRoutes(app);
  refuseWhileStopping(app, state);
  sayHowAnswersAreUsed(app, service.publicUrl);
  cutSlowReaders(app);
  takeUnreadBodies(app);
  await describeApi(app, service.version);
  refuseOtherOrigins(app, service);
  const seen = await readSessions(app, service);
  limitRequests(app, requestLimits);
  askWhoItIs(app);
  holdStrategyStates(app, service);
  const tellChanged = sendEvents(app, service, seen);
  healthRoutes(app, service, state);
  sessionRoutes(app, service);
  accountRoutes(app, service);
  peopleRoutes(app, service);
  strategyRoutes(app, service);
  settingsRoutes(app, service);
  strategiesRoutes(app, service);
  await strategyFileRoutes(app, service);
  indicatorRoutes(app, service);
  entryRoutes(app, service);
  await evidenceRoutes(app, service);
  discussionRoutes(app, service);
  await importRoutes(app, service, tellChanged);
  linkageRoutes(app, service);
  await frameworkRoutes(app, service);
  reviewRoutes(app, service);
  await sectionFileRoutes(app, service);
  exportsRoutes(app, service);
  myWorkRoutes(app, service);
  completenessRoutes(app, service);
  searchRoutes(app, service);
  comparisonRoutes(app, service);
  auditRoutes(app, service, refusals.write);
  if (webFolder !== undefined) await serveScreens(app, webFolder);
  return app;
};
