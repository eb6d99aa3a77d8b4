import type { Mode } from '@fbs/core';
import { ConfigurationError } from '../configuration-error.ts';

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export const logFormats = ['json', 'text'] as const;

export type LogSettings = {
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
};

/** How the service runs, apart from what it does. */
export type RunningSettings = {
  readonly log: LogSettings;
  /** Milliseconds that running work gets once the service stops. */
  readonly stopWithinMs: number;
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
});
