import type { Database } from '@fbs/db';
import type { Service } from '../context.ts';
import { follow, type Measures } from './measures.ts';

/** Says of each write how long it waited for its turn, and how long it then took. */
const measuredDatabase = (database: Database, { writes }: Measures): Database => ({
  ...database,
  write: async (work) => {
    const asked = performance.now();
    let began: number | undefined;
    writes.waiting += 1;
    const beginning = (): void => {
      if (began !== undefined) return;
      began = performance.now();
      writes.waiting -= 1;
      writes.waits.add((began - asked) / 1000);
    };
    try {
      return await database.write((queries) => {
        beginning();
        return work(queries);
      });
    } finally {
      beginning();
      writes.works.add((performance.now() - (began ?? asked)) / 1000);
    }
  },
});

/** The same service, counting what it does. What is measured is what callers feel: nothing inside knows of it. */
export const measuredService = (service: Service, measures: Measures): Service => {
  const { exports, records, spreadsheets } = service;
  const { export: exporting, record: recording, import: importing } = measures.jobs;
  return {
    ...service,
    database: measuredDatabase(service.database, measures),
    exports: {
      ...exports,
      make: (task, signal) => follow(exporting, () => exports.make(task, signal), signal),
      makeYears: (task, signal) => follow(exporting, () => exports.makeYears(task, signal), signal),
    },
    records: {
      ...records,
      make: (database, strategy, signal) => follow(recording, () => records.make(database, strategy, signal), signal),
    },
    spreadsheets: {
      ...spreadsheets,
      run: (name, caller, strategy, input) => follow(importing, () => spreadsheets.run(name, caller, strategy, input)),
      start: (name, caller, about, input, keep) => {
        const running = spreadsheets.start(name, caller, about, input, keep);
        // its caller hears how it ended; here it is only counted
        follow(importing, () => running.ended).catch(() => undefined);
        return running;
      },
    },
  };
};
