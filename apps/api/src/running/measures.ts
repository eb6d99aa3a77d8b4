import { DomainError } from '../domain-error.ts';

/** Upper bounds of a histogram, in seconds. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** How long something took, counted. Adding to it costs a few comparisons. */
export class Timing {
  /** How many were within each bound and over the one before it; the last: over all of them. */
  readonly counts: number[] = Array.from({ length: bounds.length + 1 }, () => 0);
  sum = 0;

  add(seconds: number): void {
    let place = 0;
    while (place < bounds.length && seconds > (bounds[place] ?? 0)) place += 1;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.sum += seconds;
  }
}

/** The answers of one route. */
export type RouteMeasure = {
  readonly method: string;
  /** The template of its address, never an address itself. */
  readonly route: string;
  readonly statuses: Map<number, number>;
  /** null: a stream, which lasts as long as somebody listens. */
  readonly timing: Timing | null;
};

export const jobKinds = ['export', 'record', 'import'] as const;
export type JobKind = (typeof jobKinds)[number];
export const jobEnds = ['done', 'refused', 'cancelled', 'failed'] as const;
type JobEnd = (typeof jobEnds)[number];

/** Work in a thread that takes one thing after the other. */
export type JobMeasure = {
  /** What has begun or waits for its turn. */
  inFlight: number;
  readonly ends: Record<JobEnd, number>;
  /** Waiting included, as whoever asked feels it. */
  readonly timing: Timing;
};

const newJob = (): JobMeasure => ({
  inFlight: 0,
  ends: { done: 0, refused: 0, cancelled: 0, failed: 0 },
  timing: new Timing(),
});

export type Measures = {
  readonly routes: RouteMeasure[];
  streams: number;
  readonly writes: { waiting: number; readonly waits: Timing; readonly works: Timing };
  readonly jobs: Record<JobKind, JobMeasure>;
};

export const createMeasures = (): Measures => ({
  routes: [],
  streams: 0,
  writes: { waiting: 0, waits: new Timing(), works: new Timing() },
  jobs: { export: newJob(), record: newJob(), import: newJob() },
});

const endOf = (error: unknown, signal: AbortSignal | undefined): JobEnd => {
  if (signal?.aborted) return 'cancelled';
  return error instanceof DomainError ? 'refused' : 'failed';
};

/** Follows one piece of work to its end. */
export const follow = async <T>(job: JobMeasure, work: () => Promise<T>, signal?: AbortSignal): Promise<T> => {
  const began = performance.now();
  job.inFlight += 1;
  let end: JobEnd = 'done';
  try {
    return await work();
  } catch (error) {
    end = endOf(error, signal);
    throw error;
  } finally {
    job.inFlight -= 1;
    job.ends[end] += 1;
    job.timing.add((performance.now() - began) / 1000);
  }
};
