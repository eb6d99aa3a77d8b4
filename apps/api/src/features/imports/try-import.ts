import { createHash, randomUUID } from 'node:crypto';
import type { ImportDetail } from '@fbs/contract';
import { importRepository } from '@fbs/db';
import { type ReadImport, ThreadBusy } from '@fbs/documents';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkRows, versionAt } from './check-rows.ts';
import { countsOf, placeKey } from './import-rows.ts';
import { allowImports, factsNow, importOf, type Kept, presentImport } from './import-work.ts';

export type TryImport = {
  readonly strategy: string;
  readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
};

/** @throws DomainError unavailable where too much is waiting */
export const orBusy = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ThreadBusy ? new DomainError('unavailable', error.message) : error;
  }
};

const invalid = (detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer: '/file', detail }] });

/** Reads a spreadsheet and says row by row what would happen; figures stay as they are. */
export const tryImport = async (context: Context, { strategy, file }: TryImport): Promise<ImportDetail> => {
  allowImports(context.actor);
  if (file === null) throw invalid('Send the spreadsheet as multipart/form-data, in a part named "file".');
  const read: ReadImport = await orBusy(context.spreadsheets.read(file.bytes));
  if ('refused' in read) throw invalid(read.refused);
  return context.database.write(async (queries) => {
    const facts = await factsNow(queries, context, strategy);
    const { actor } = context;
    const rows = await checkRows(queries, facts, actor, read.records, null);
    const seen: Record<string, number> = {};
    for (const { place } of rows) if (place !== null) seen[placeKey(place)] = versionAt(facts, place);
    const findings = rows.map((row) => row.finding);
    const kept: Kept = { notices: read.notices, records: read.records, seen, rows: findings };
    const at = context.clock();
    const added = {
      id: randomUUID(),
      strategyId: strategy,
      fileName: file.name.replace(/^.*[\\/]/, '').slice(0, 120) || 'file',
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      counts: JSON.stringify(countsOf(findings)),
      findings: JSON.stringify(kept),
      personId: actor.id,
      at,
    };
    await importRepository.addImport(queries, added);
    const { findings: _findings, ...after } = added;
    await trace(queries, context, at, {
      action: 'tried an import',
      kind: 'import',
      id: added.id,
      strategy,
      before: null,
      after,
    });
    const row = await importOf(queries, actor, { strategy, import: added.id });
    return presentImport(queries, facts, actor, row);
  });
};
