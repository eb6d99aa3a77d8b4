import type { Service } from '../context.ts';
import { gatherFacts } from './gather-facts.ts';
import { measuredService } from './measured-service.ts';
import { createMeasures, type Measures } from './measures.ts';
import { serveMetrics } from './metrics-server.ts';
import { createMetricsText } from './metrics-text.ts';
import { readinessCheck } from './readiness.ts';
import type { RunState } from './run-state.ts';
import type { RunningSettings } from './running-settings.ts';

type Watched = {
  readonly service: Service;
  /** null: nothing is measured. */
  readonly measures: Measures | null;
  readonly close: () => Promise<void>;
};

type Surroundings = {
  readonly settings: RunningSettings;
  readonly state: RunState;
  readonly backupFolder: string | null;
};

/** The service as whoever runs it wants to watch it; without such a wish it is the same one. */
export const watchService = async (
  service: Service,
  { settings: { metrics }, state, backupFolder }: Surroundings,
): Promise<Watched> => {
  if (metrics === null) return { service, measures: null, close: async () => {} };
  const measures = createMeasures();
  const facts = gatherFacts(service, backupFolder, readinessCheck(service, state));
  const server = await serveMetrics(metrics, await createMetricsText(measures, facts));
  return { service: measuredService(service, measures), measures, close: async () => server.close() };
};
