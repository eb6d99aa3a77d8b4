import {
  directionLabels,
  type IndicatorDefinition,
  indicatorKindLabels,
  indicatorLevelLabels,
  periodBasisLabels,
  type SaidGoal,
  type SaidIndicator,
  type SaidObjective,
  type SaidSection,
} from '@fbs/core';
import { UnreadableFile } from '../imports/import-columns.ts';
import { type OutlinePart, type OutlineRow, outlineParts } from './outline-columns.ts';
import { readOutlineRows } from './outline-rows.ts';
import type { ReadStrategy } from './read-strategy.ts';
import { goalKindOf, wordOf } from './said-facts.ts';

const orNull = (text: string): string | null => (text === '' ? null : text);

type Growing<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in K]: T[P] extends readonly (infer E)[] ? E[] : never;
};
type GrowingObjective = Growing<SaidObjective, 'indicators' | 'kept'>;
type GrowingGoal = Omit<SaidGoal, 'objectives' | 'kept'> & {
  readonly objectives: GrowingObjective[];
  readonly kept: string[];
};

const partOf = ({ cells, row }: OutlineRow): OutlinePart => {
  const part = outlineParts.find((each) => each === cells.part.toLowerCase());
  if (part !== undefined) return part;
  const parts = outlineParts.map((each) => `"${each}"`).join(', ');
  throw new UnreadableFile(`Row ${row} is of the part "${cells.part.slice(0, 40)}": write one of ${parts}.`);
};

/** The part that a row names as its parent; without one, by its code; else the last one above it. */
const parentOf = <P extends { readonly code: string | null }>(
  above: readonly P[],
  { cells, row }: OutlineRow,
  parent: string,
): P => {
  const byCode = /^(.+)[.-][^.-]+$/.exec(cells.code)?.[1];
  const found =
    cells.parent === ''
      ? (above.findLast(({ code }) => code !== null && code === byCode) ?? above.at(-1))
      : above.find(({ code }) => code === cells.parent);
  if (found !== undefined) return found;
  const asked = cells.parent === '' ? '' : ` ${cells.parent.slice(0, 40)}`;
  throw new UnreadableFile(`Row ${row} has no ${parent}${asked} above it: add it, or write another parent.`);
};

const definitionOf = ({ cells }: OutlineRow, kept: string[]): Partial<IndicatorDefinition> => {
  const worded = <Word extends string>(label: string, labels: Readonly<Record<Word, string>>, text: string) => {
    const found = text === '' ? null : wordOf(labels, text);
    if (text !== '' && found === null) kept.push(`${label}: ${text}`);
    return found;
  };
  const kind = worded('Kind', indicatorKindLabels, cells.kind);
  const direction = worded('Direction', directionLabels, cells.direction);
  const level = worded('Level', indicatorLevelLabels, cells.level);
  const periodBasis = worded('Period', periodBasisLabels, cells.period);
  return {
    ...(cells.name === '' ? {} : { name: cells.name }),
    ...(cells.text === '' ? {} : { definition: cells.text }),
    ...(cells.unit === '' ? {} : { unit: cells.unit }),
    ...(kind === null ? {} : { kind }),
    ...(direction === null ? {} : { direction }),
    ...(level === null ? {} : { level }),
    ...(periodBasis === null ? {} : { periodBasis }),
    ...(cells.section === '' ? {} : { section: cells.section.toUpperCase() }),
    ...(cells.source === '' ? {} : { dataSource: cells.source }),
  };
};

const indicatorOf = (row: OutlineRow): SaidIndicator => {
  const kept = [...row.others];
  const definition = definitionOf(row, kept);
  const { identifier, code, why } = row.cells;
  return {
    identifier: orNull(identifier),
    code: orNull(code),
    definition,
    kept: [...kept, ...(why === '' ? [] : [`Why: ${why}`])],
  };
};

/** The years of a strategy as they stand in its column "code" or "period": "2023-2027". */
const yearsOf = ({ cells }: OutlineRow) => {
  const [, first, last] = /(\d{4})\D+(\d{4})/.exec(`${cells.period} ${cells.code} ${cells.name}`) ?? [];
  return { firstYear: first === undefined ? null : Number(first), lastYear: last === undefined ? null : Number(last) };
};

const wordsOf = ({ cells, others }: OutlineRow) => ({
  identifier: orNull(cells.identifier),
  code: orNull(cells.code),
  shortName: orNull(cells.name),
  statement: orNull(cells.text),
  kept: [...others],
});

const treeOf = (rows: readonly OutlineRow[]) => {
  const goals: GrowingGoal[] = [];
  const objectives: GrowingObjective[] = [];
  const sections: SaidSection[] = [];
  for (const row of rows) {
    const { cells } = row;
    const part = partOf(row);
    if (part === 'section') sections.push({ code: cells.code.toUpperCase(), name: cells.name, summary: cells.text });
    if (part === 'goal') goals.push({ ...wordsOf(row), kind: goalKindOf(cells.kind), objectives: [] });
    if (part === 'objective') {
      const objective = { ...wordsOf(row), justificationSummary: orNull(cells.why), indicators: [] };
      parentOf(goals, row, 'goal').objectives.push(objective);
      objectives.push(objective);
    }
    if (part === 'indicator') parentOf(objectives, row, 'objective').indicators.push(indicatorOf(row));
  }
  return { goals, sections };
};

/** Reads an outline from a workbook or a CSV file. @throws UnreadableFile with a sentence for who sent it */
export const readOutline = async (bytes: Uint8Array): Promise<ReadStrategy> => {
  const { rows, notices } = await readOutlineRows(bytes);
  const { goals, sections } = treeOf(rows);
  const rowOf = (part: OutlinePart) => rows.find(({ cells }) => cells.part.toLowerCase() === part);
  const [strategy, organization, mission] = [rowOf('strategy'), rowOf('organization'), rowOf('mission')];
  const kept = [strategy, organization, mission].flatMap((row) => [...(row?.others ?? [])]);
  const described = organization?.cells.text ?? '';
  return {
    kind: 'outline',
    repairs: notices,
    said: {
      identifier: orNull(strategy?.cells.identifier ?? ''),
      kept: described === '' ? kept : [...kept, `Organization: ${described}`],
      head: {
        title: orNull(strategy?.cells.name ?? ''),
        organization: orNull(organization?.cells.name ?? ''),
        acronym: orNull(organization?.cells.code ?? ''),
        vision: orNull(strategy?.cells.text ?? ''),
        missionSummary: orNull(mission?.cells.text || (mission?.cells.name ?? '')),
        ...(strategy === undefined ? { firstYear: null, lastYear: null } : yearsOf(strategy)),
      },
      sections,
      goals,
    },
  };
};
