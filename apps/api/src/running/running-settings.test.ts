import { expect, it } from 'vitest';
import { ConfigurationError } from '../configuration-error.ts';
import { readRunningSettings } from './running-settings.ts';

it('needs nothing: quiet in evaluation, a line for each answer in production, no metrics', () => {
  expect(readRunningSettings({}, 'evaluation')).toEqual({
    log: { level: 'warn', format: 'json' },
    stopWithinMs: 30_000,
    metrics: null,
    tracing: null,
  });
  expect(readRunningSettings({}, 'production').log.level).toBe('info');
});

it('takes what is set', () => {
  const set = { FBS_LOG_LEVEL: 'debug', FBS_LOG_FORMAT: 'text', FBS_STOP_WITHIN: '5', FBS_METRICS: '[::1]:9464' };
  expect(readRunningSettings(set, 'production')).toMatchObject({
    log: { level: 'debug', format: 'text' },
    stopWithinMs: 5000,
    metrics: { host: '::1', port: 9464, token: null },
  });
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' };
  expect(readRunningSettings(traced, 'production').tracing).toEqual({
    endpoint: 'http://127.0.0.1:4318',
    name: 'fbs-performance',
  });
  const open = { FBS_METRICS: '0.0.0.0:9464', FBS_METRICS_TOKEN: 'k'.repeat(16) };
  expect(readRunningSettings(open, 'production').metrics).toEqual({
    host: '0.0.0.0',
    port: 9464,
    token: 'k'.repeat(16),
  });
});

it.each([
  [{ FBS_LOG_LEVEL: 'loud' }, /^FBS_LOG_LEVEL is "loud": set it to error, warn, info, debug/],
  [{ FBS_LOG_FORMAT: 'xml' }, /^FBS_LOG_FORMAT is "xml": set it to json, text/],
  [{ FBS_STOP_WITHIN: '0' }, /^FBS_STOP_WITHIN is "0": set it to whole seconds/],
  [{ FBS_METRICS: 'yes' }, /^FBS_METRICS is "yes": set it to an address and port/],
  [{ FBS_METRICS: '127.0.0.1:99999' }, /^FBS_METRICS is .*: set it to an address and port/],
  [{ FBS_METRICS: '0.0.0.0:9464' }, /which others reach: set FBS_METRICS_TOKEN too/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'hunter2@collector' }, /^OTEL_EXPORTER_OTLP_ENDPOINT is not an address/],
  [{ FBS_METRICS: '127.0.0.1:9464', FBS_METRICS_TOKEN: 'hunter2' }, /^FBS_METRICS_TOKEN is too weak/],
])('refuses %o in a sentence that names the variable', (environment, words) => {
  const read = () => readRunningSettings(environment as Record<string, string>, 'production');
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(words);
  expect(read).not.toThrow(/hunter2/);
});
