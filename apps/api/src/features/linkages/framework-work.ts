import type { FrameworkLoad } from '@fbs/contract';
import {
  type ElementRow,
  elementOutcomes,
  findInElementCode,
  type KnownElement,
  type PlannedElement,
  planFramework,
} from '@fbs/core';
import { frameworkRepository, type Queries } from '@fbs/db';
import type { ReadFramework } from '@fbs/documents';
import { DomainError } from '../../domain-error.ts';
import type { Facts } from '../../results/load-facts.ts';
import { elementsOf } from './read-element.ts';

type FileRows = Extract<ReadFramework, { rows: unknown }>['rows'];
type ElementRecord = frameworkRepository.FrameworkElementRow;

export const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

/** A framework as it is recorded, with its elements; version 0 where there is none yet. */
export type Recorded = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly version: number;
  readonly elements: readonly ElementRecord[];
  readonly known: readonly KnownElement[];
};

/** @throws DomainError invalid where a new framework lacks its code or title */
export const recordedFramework = async (
  queries: Queries,
  facts: Facts,
  asked: { readonly code: string; readonly title?: string | undefined },
): Promise<Recorded> => {
  const strategy = facts.strategy.id;
  const code = asked.code.trim();
  const frameworks = await frameworkRepository.listFrameworks(queries, strategy);
  const framework = frameworks.find((each) => each.code === code);
  const wrongCode = findInElementCode(code);
  if (wrongCode !== null) throw invalid('/code', wrongCode);
  const all = await frameworkRepository.listFrameworkElements(queries, strategy, null);
  const elements = all.filter(({ frameworkId }) => frameworkId === framework?.id);
  // one that was taken out is named anew
  const title = framework === undefined || elements.length === 0 ? (asked.title ?? '').trim() : framework.title;
  if (title === '') throw invalid('/title', 'Write the title of the framework, as it was published.');
  const known = elementsOf(elements).map((words, index) => ({
    ...words,
    linkages: facts.linkages.filter(({ elementId }) => elementId === elements[index]?.id).length,
  }));
  return {
    id: framework?.id ?? `${strategy}/framework/${code}`,
    code,
    title,
    version: framework?.version ?? 0,
    elements,
    known,
  };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What the file leaves open stays as it is recorded; a new element without a label is named by level and code. */
const elementRows = (rows: FileRows, known: readonly KnownElement[]): ElementRow[] => {
  const byCode = new Map(known.map((each) => [each.code, each]));
  return rows.map(({ row, cells }) => {
    const { code = '', parent = '', level = '', text = '', label = '', quote } = cells;
    const before = byCode.get(code);
    return {
      row,
      code,
      level,
      parent: parent === '' ? null : parent,
      text: text === '' ? null : text,
      label: label === '' ? (before?.label ?? `${capital(level)} ${code}`) : label,
      quote: quote === undefined ? (before?.quote ?? null) : quote === '' ? null : quote,
    };
  });
};

export const planLoad = (rows: FileRows, { known }: Recorded): readonly PlannedElement[] =>
  planFramework(elementRows(rows, known), known);

export const presentLoad = (
  recorded: Recorded,
  plan: readonly PlannedElement[],
  { notices, saved }: { readonly notices: readonly string[]; readonly saved: boolean },
): FrameworkLoad => {
  const count = (outcome: PlannedElement['outcome']): number => plan.filter((each) => each.outcome === outcome).length;
  const counts = Object.fromEntries(elementOutcomes.map((each) => [each, count(each)])) as FrameworkLoad['counts'];
  const { code, title, version } = recorded;
  return {
    framework: { code, title, isNew: version === 0, version: saved ? version + 1 : version },
    saved,
    notices,
    counts,
    elements: plan.map(({ content, row, outcome, sentence, depth, linkages }) => ({
      row,
      outcome,
      sentence,
      depth,
      linkages,
      ...content,
    })),
  };
};
