import type { Metric } from 'prom-client';
import type { Facts } from './gather-facts.ts';
import { bounds, type JobMeasure, jobEnds, jobKinds, type Measures, type Timing } from './measures.ts';

type Labels = Readonly<Record<string, string | number>>;
type Sample = { readonly value: number; readonly labels?: Labels; readonly metricName?: string };
type Family = {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: (facts: Facts) => Sample[];
};

/** A histogram as Prometheus takes it: each bucket holds those before it. */
const samplesOf = (name: string, { counts, sum }: Timing, labels: Labels): Sample[] => {
  let total = 0;
  const buckets = counts.map((count, place) => {
    total += count;
    return { metricName: `${name}_bucket`, value: total, labels: { ...labels, le: bounds[place] ?? '+Inf' } };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, value: sum, labels },
    { metricName: `${name}_count`, value: total, labels },
  ];
};

const requestFamilies = ({ routes }: Measures): Family[] => [
  {
    name: 'fbs_http_requests_total',
    type: 'counter',
    help: 'Answers, by the template of the route and the status',
    samples: () =>
      routes.flatMap(({ method, route, statuses }) =>
        [...statuses].map(([status, value]) => ({ value, labels: { method, route, status } })),
      ),
  },
  {
    name: 'fbs_http_request_seconds',
    type: 'histogram',
    help: 'From the first byte of a request to the last of its answer, without event streams',
    samples: () =>
      routes.flatMap(({ method, route, statuses, timing }) =>
        timing === null || statuses.size === 0 ? [] : samplesOf('fbs_http_request_seconds', timing, { method, route }),
      ),
  },
];

const gauge = (name: string, help: string, read: (facts: Facts) => number | null): Family => ({
  name,
  type: 'gauge',
  help,
  samples: (facts) => {
    const value = read(facts);
    return value === null ? [] : [{ value }];
  },
});

const timing = (name: string, help: string, of: Timing): Family => ({
  name,
  type: 'histogram',
  help,
  samples: () => samplesOf(name, of, {}),
});

const jobs = (
  { jobs: known }: Measures,
  name: string,
  help: string,
  type: Family['type'],
  read: (job: JobMeasure, kind: string) => Sample[],
): Family => ({ name, help, type, samples: () => jobKinds.flatMap((kind) => read(known[kind], kind)) });

const jobFamilies = (measures: Measures): Family[] => [
  jobs(measures, 'fbs_jobs_running', 'Exports and imports that are being worked on', 'gauge', ({ inFlight }, kind) => [
    { value: Math.min(inFlight, 1), labels: { kind } },
  ]),
  jobs(measures, 'fbs_jobs_waiting', 'Exports and imports that wait for their turn', 'gauge', ({ inFlight }, kind) => [
    { value: Math.max(inFlight - 1, 0), labels: { kind } },
  ]),
  jobs(measures, 'fbs_jobs_total', 'Exports and imports by how they ended', 'counter', ({ ends }, kind) =>
    jobEnds.map((end) => ({ value: ends[end], labels: { kind, end } })),
  ),
  jobs(measures, 'fbs_job_seconds', 'How long exports and imports took, waiting included', 'histogram', (job, kind) =>
    samplesOf('fbs_job_seconds', job.timing, { kind }),
  ),
];

const families = (measures: Measures): Family[] => [
  ...requestFamilies(measures),
  gauge('fbs_event_streams_open', 'Open screens and watched imports that listen', () => measures.streams),
  gauge('fbs_write_queue_waiting', 'Writes that wait for their turn', () => measures.writes.waiting),
  timing('fbs_write_wait_seconds', 'How long writes waited for their turn', measures.writes.waits),
  timing('fbs_write_seconds', 'How long writes then took, until they were on the disk', measures.writes.works),
  ...jobFamilies(measures),
  gauge('fbs_sessions', 'Sessions that have neither ended nor expired', ({ sessions }) => sessions),
  gauge('fbs_database_bytes', 'Size of the database file', ({ databaseBytes }) => databaseBytes),
  gauge('fbs_database_log_bytes', 'Size of what is not yet moved into it', ({ logBytes }) => logBytes),
  gauge(
    'fbs_backup_age_seconds',
    'Since the newest backup was made; absent where there is none',
    ({ backupAge }) => backupAge,
  ),
  gauge('fbs_ready', '1 where the service can take work', ({ isReady }) => (isReady ? 1 : 0)),
];

export type MetricsText = { readonly contentType: string; readonly read: () => Promise<string> };

/**
 * What Prometheus reads. Its client only writes it down, and adds what it knows of the process: memory, processor,
 * garbage collection, the event loop's delay. It is loaded here, where somebody wants metrics.
 */
export const createMetricsText = async (measures: Measures, gather: () => Promise<Facts>): Promise<MetricsText> => {
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  let facts: Facts | undefined;
  for (const { samples, ...family } of families(measures)) {
    const get = async () => ({ ...family, values: facts === undefined ? [] : samples(facts) });
    // what a registry asks of a metric is its name and this one question
    registry.registerMetric({ ...family, get } as unknown as Metric);
  }
  return {
    contentType: registry.contentType,
    read: async () => {
      facts = await gather();
      return registry.metrics();
    },
  };
};
