import { randomUUID } from 'node:crypto';
import type { EvidencePiece } from '@fbs/contract';
import { credentialsRefusal, isWebAddress } from '@fbs/core';
import { evidenceRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { keepEvidenceFile } from '../../evidence-files/keep-evidence-file.ts';
import { trace } from '../../trace.ts';
import { type EvidencePlace, loadForChange, pieceOf, presentPiece } from './evidence-work.ts';

export type AddEvidence = EvidencePlace & {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly file?: unknown;
};

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

const linkFrom = ({ title = '', url = '' }: AddEvidence) => {
  if (title.trim() === '') throw invalid('/title', 'Say what the link shows.');
  if (!isWebAddress(url.trim())) {
    throw invalid(
      '/url',
      'Enter a web address that begins with http:// or https://, for example https://www.state.gov/report.',
    );
  }
  const credentials = credentialsRefusal(url.trim());
  if (credentials !== null) throw invalid('/url', credentials);
  return { kind: 'link', title: title.trim(), url: url.trim() } as const;
};

const kept = async (context: Context, input: AddEvidence) => {
  if (input.file === undefined) return linkFrom(input);
  const { fileType: _fileType, ...file } = await keepEvidenceFile(context, input);
  return { kind: 'file', ...file } as const;
};

/** Adds a link, or a file that is told by what it holds. */
export const addEvidence = async (context: Context, input: AddEvidence): Promise<EvidencePiece> => {
  // asked before the file is kept, so that nobody fills the disk who may not; and again in the write
  await context.database.read((queries) => loadForChange(queries, context, input));
  const content = await kept(context, input);
  return context.database.write(async (queries) => {
    const work = await loadForChange(queries, context, input);
    const { facts, indicator } = work;
    const at = context.clock();
    const row = {
      id: randomUUID(),
      strategyId: facts.strategy.id,
      indicatorId: indicator.id,
      year: input.year,
      ...content,
      personId: context.actor.id,
      at,
    };
    await evidenceRepository.addEvidence(queries, row);
    await trace(queries, context, at, {
      action: 'added evidence',
      kind: 'evidence',
      id: row.id,
      strategy: facts.strategy.id,
      before: null,
      after: row,
    });
    const rows = await evidenceRepository.listEvidence(queries, indicator.id, input.year, null);
    return presentPiece(pieceOf({ rows }, row.id));
  });
};
