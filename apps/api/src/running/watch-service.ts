import type { Service } from '../context.ts';
import { gatherFacts } from './gather-facts.ts';
import { measuredService } from './measured-service.ts';
import { createMeasures, type Measures } from './measures.ts';
import { serveMetrics } from './metrics-server.ts';
import { createMetricsText } from './metrics-text.ts';
import { readinessCheck } from './readiness.ts';
import type { RunState } from './run-state.ts';
import type { MetricsSettings, RunningSettings } from './running-settings.ts';
import { tracedService } from './traced-service.ts';
import { createTracing, type Tracing } from './tracing.ts';

type Watched = {
  readonly service: Service;
  /** null: nothing is measured. */
  readonly measures: Measures | null;
  /** null: nothing is traced. */
  readonly tracing: Tracing | null;
  readonly close: () => Promise<void>;
};

type Surroundings = {
  readonly settings: RunningSettings;
  readonly state: RunState;
  readonly backupFolder: string | null;
};

const measure = async (service: Service, metrics: MetricsSettings, { state, backupFolder }: Surroundings) => {
  const measures = createMeasures();
  const facts = gatherFacts(service, backupFolder, readinessCheck(service, state));
  const { close } = await serveMetrics(metrics, await createMetricsText(measures, facts));
  return { measures, close };
};

/** The service as whoever runs it wants to watch it; without such a wish it is the same one. */
export const watchService = async (service: Service, surroundings: Surroundings): Promise<Watched> => {
  const { metrics, tracing: traces } = surroundings.settings;
  const measured = metrics === null ? null : await measure(service, metrics, surroundings);
  const tracing = traces === null ? null : await createTracing(traces, service.version);
  const counted = measured === null ? service : measuredService(service, measured.measures);
  return {
    service: tracing === null ? counted : tracedService(counted, tracing),
    measures: measured?.measures ?? null,
    tracing,
    close: async () => {
      measured?.close();
      await tracing?.close();
    },
  };
};
