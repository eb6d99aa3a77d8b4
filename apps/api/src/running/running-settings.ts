import type { Mode } from '@fbs/core';
import { ConfigurationError } from '../configuration-error.ts';

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export const logFormats = ['json', 'text'] as const;

export type LogSettings = {
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
};

export type MetricsSettings = {
  readonly host: string;
  readonly port: number;
  /** null: whoever reaches the address may read. */
  readonly token: string | null;
};

export type TracingSettings = {
  /** Where OTLP over HTTP is taken, without a slash at its end. */
  readonly endpoint: string;
  /** What the service is called in the traces. */
  readonly name: string;
};

/** How the service runs, apart from what it does. */
export type RunningSettings = {
  readonly log: LogSettings;
  /** Milliseconds that running work gets once the service stops. */
  readonly stopWithinMs: number;
  /** null: none are kept. */
  readonly metrics: MetricsSettings | null;
  /** null: none are sent. */
  readonly tracing: TracingSettings | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

const oneOf = <T extends string>(name: string, text: string | undefined, known: readonly T[], otherwise: T): T => {
  if (text === undefined) return otherwise;
  const found = known.find((each) => each === text);
  if (found === undefined) throw new ConfigurationError(`${name} is "${text}": set it to ${known.join(', ')}.`);
  return found;
};

const stopWithinOf = (text = '30'): number => {
  if (!/^[1-9]\d{0,2}$/.test(text)) {
    throw new ConfigurationError(`FBS_STOP_WITHIN is "${text}": set it to whole seconds, from 1 to 999.`);
  }
  return Number(text) * 1000;
};

const loopback = ['127.0.0.1', '[::1]', 'localhost'];

/** No sentence repeats the token. */
const metricsOf = (address: string | undefined, token: string | undefined): MetricsSettings | null => {
  if (address === undefined) return null;
  const [, host = '', port = ''] = /^([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(address) ?? [];
  if (host === '' || Number(port) > 65_535) {
    throw new ConfigurationError(
      `FBS_METRICS is "${address}": set it to an address and port, for example 127.0.0.1:9464.`,
    );
  }
  if (token === undefined && !loopback.includes(host)) {
    throw new ConfigurationError(
      `FBS_METRICS is "${address}", which others reach: set FBS_METRICS_TOKEN too, or use 127.0.0.1.`,
    );
  }
  if (token !== undefined && !/^[\w.~+/=-]{16,}$/.test(token)) {
    throw new ConfigurationError('FBS_METRICS_TOKEN is too weak: set it to 16 letters and digits or more.');
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port), token: token ?? null };
};

/** The names are OpenTelemetry's own. The address may hold a password, so no sentence repeats it. */
const tracingOf = (endpoint: string | undefined, name = 'fbs-performance'): TracingSettings | null => {
  if (endpoint === undefined) return null;
  if (!/^https?:\/\/[^/?#\s]/.test(endpoint) || !URL.canParse(endpoint)) {
    throw new ConfigurationError(
      'OTEL_EXPORTER_OTLP_ENDPOINT is not an address: set it to that of a receiver, for example http://127.0.0.1:4318.',
    );
  }
  return { endpoint: endpoint.replace(/\/+$/, ''), name };
};

/** Evaluation says only what went wrong; production also each request that it answered. @throws ConfigurationError */
export const readRunningSettings = (environment: Environment, mode: Mode): RunningSettings => ({
  log: {
    level: oneOf(
      'FBS_LOG_LEVEL',
      environment.FBS_LOG_LEVEL || undefined,
      logLevels,
      mode === 'production' ? 'info' : 'warn',
    ),
    format: oneOf('FBS_LOG_FORMAT', environment.FBS_LOG_FORMAT || undefined, logFormats, 'json'),
  },
  stopWithinMs: stopWithinOf(environment.FBS_STOP_WITHIN || undefined),
  metrics: metricsOf(environment.FBS_METRICS || undefined, environment.FBS_METRICS_TOKEN || undefined),
  tracing: tracingOf(environment.OTEL_EXPORTER_OTLP_ENDPOINT || undefined, environment.OTEL_SERVICE_NAME || undefined),
});
