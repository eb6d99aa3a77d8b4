import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openDatabase, planRepository } from '@fbs/db';
import { createExportPool } from '@fbs/documents';
import { systemClock } from './clock.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';
import { productVersion, runProgram, say } from './console-program.ts';
import { type ConsoleExport, readExportArguments } from './export-arguments.ts';
import { takeRecord } from './features/exports/export-record.ts';
import { createRecordThread, type RecordThread } from './features/exports/record-thread.ts';
import { takePlan } from './features/reviews/export-plan.ts';
import { takeReview } from './features/reviews/export-review.ts';
import { takeYears } from './features/reviews/export-years.ts';
import type { ExportService } from './features/reviews/review-snapshot.ts';

const strategyOf = async ({ database }: ExportService, asked: string | undefined): Promise<string> => {
  const all = await database.read(planRepository.listStrategies);
  const ids = all.map(({ id }) => id).join(', ');
  if (all.length === 0) throw new ConfigurationError('There is no strategy in this database: start the product once.');
  const inForce = all.filter(({ state }) => state === 'in_force');
  // beside one that is in force, drafts and archived ones are asked for by name
  const [only, ...others] = inForce.length === 1 ? inForce : all;
  if (asked === undefined && others.length > 0) throw new ConfigurationError(`Say --strategy, one of: ${ids}.`);
  const found = asked === undefined ? only : all.find(({ id }) => id === asked);
  if (found === undefined) throw new ConfigurationError(`There is no strategy "${asked}" here, but: ${ids}.`);
  return found.id;
};

type ConsoleService = ExportService & { readonly records: RecordThread };

const make = async (service: ConsoleService, asked: ConsoleExport) => {
  const strategy = await strategyOf(service, asked.strategy);
  if (asked.format === 'record') return takeRecord(service, null, { strategy });
  if (asked.format === 'plan') return takePlan(service, null, { strategy });
  if (asked.year === 'all') return takeYears(service, null, { strategy, format: asked.format });
  const { year, format, version } = asked;
  return takeReview(service, null, { strategy, year, format, version });
};

/** `npm run export -- --year 2022 --format xlsx --out file`: what the screen of files makes, without the screen. */
runProgram(async () => {
  const asked = readExportArguments(process.argv.slice(2));
  const { databaseFile } = readConfiguration(process.env);
  if (!existsSync(databaseFile)) {
    throw new ConfigurationError(
      `There is no database at ${databaseFile}: set FBS_DATABASE and FBS_MODE as the service has them.`,
    );
  }
  const out = asked.out === undefined ? undefined : resolve(asked.out);
  if (out !== undefined && !existsSync(dirname(out))) {
    throw new ConfigurationError(`There is no folder ${dirname(out)}: make it, or name another file with --out.`);
  }
  const database = openDatabase({ file: databaseFile, withinMs: 60_000 });
  const [exports, records] = [createExportPool(), createRecordThread()];
  try {
    const paper = await make({ database, exports, records, clock: systemClock(), version: productVersion() }, asked);
    const file = out ?? resolve(paper.name);
    writeFileSync(file, paper.bytes);
    say(`Saved ${file}, ${paper.bytes.length} bytes.`);
  } finally {
    await exports.close();
    await records.close();
    await database.close();
  }
  return 0;
});
