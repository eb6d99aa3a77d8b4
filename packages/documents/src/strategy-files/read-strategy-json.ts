import { indicatorDefinition, problemsIn, reviewDocument } from '@fbs/contract';
import { goalKinds, type IndicatorDefinition, type SaidGoal, type SaidIndicator, type SaidStrategy } from '@fbs/core';
import { UnreadableFile } from '../imports/import-columns.ts';
import { cleanDeep } from '../plain-text.ts';
import { identifierOf } from '../stratml/identifier.ts';
import type { ReadStrategy } from './read-strategy.ts';

type Row = Readonly<Record<string, unknown>>;

const textOf = (row: Row | undefined, key: string): string | null => {
  const value = row?.[key];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};
const numberOf = (row: Row | undefined, key: string): number | null => {
  const value = row?.[key];
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
};
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : []);

const kindOf = (row: Row) => goalKinds.find((kind) => kind === row.kind) ?? null;

/** Status and data quality are decided where the indicator is kept. */
const definitionOf = (value: unknown, what: string, repairs: string[]): Partial<IndicatorDefinition> => {
  const parsed = indicatorDefinition.safeParse(value);
  if (parsed.success) {
    const { status: _status, dataQuality: _dataQuality, ...definition } = parsed.data;
    return definition as Partial<IndicatorDefinition>;
  }
  repairs.push(`The definition of ${what} is not as our own files write it: only its words are taken.`);
  const row = isRow(value) ? value : {};
  const words = ['name', 'definition', 'unit'].flatMap((key) => {
    const text = textOf(row, key);
    return text === null ? [] : [[key, text] as const];
  });
  return Object.fromEntries(words);
};

/** The latest definition of each indicator of a record. */
const latestDefinitions = (contents: Row): ReadonlyMap<unknown, unknown> => {
  const latest = new Map<unknown, Row>();
  for (const row of rowsOf(contents.indicatorDefinitions)) {
    const known = latest.get(row.indicatorId);
    if (known === undefined || (numberOf(row, 'number') ?? 0) > (numberOf(known, 'number') ?? 0)) {
      latest.set(row.indicatorId, row);
    }
  }
  return new Map([...latest].map(([id, row]) => [id, row.definition]));
};

const byPosition = (a: Row, b: Row): number => (numberOf(a, 'position') ?? 0) - (numberOf(b, 'position') ?? 0);

/** What the parts of a record are called elsewhere; else what our own StratML files call them. */
const identifiersOf = (contents: Row, strategy: string) => {
  const origins = new Map(rowsOf(contents.partOrigins).map((row) => [row.id, row]));
  return (kind: string, row: Row) => ({
    identifier: textOf(origins.get(row.id), 'identifier') ?? identifierOf(strategy, kind, textOf(row, 'code') ?? ''),
    kept: (textOf(origins.get(row.id), 'kept') ?? '').split('\n').filter((line) => line !== ''),
  });
};

const readRecord = (record: Row): ReadStrategy => {
  const contents = isRow(record.contents) ? record.contents : {};
  const [strategy] = rowsOf(contents.strategies);
  const id = textOf(strategy, 'id') ?? '';
  const called = identifiersOf(contents, id);
  const definitions = latestDefinitions(contents);
  const repairs = [
    'The file holds the whole history of the strategy; here only its goals, objectives and indicators are taken. With figures, reviews and history an empty service takes it at the console: npm run import-strategy -- --file FILE.',
  ];
  const indicatorOf = (row: Row): SaidIndicator => {
    const code = textOf(row, 'code');
    return { ...called('indicator', row), code, definition: definitionOf(definitions.get(row.id), `${code}`, repairs) };
  };
  const below = (list: unknown, key: string, of: Row) =>
    rowsOf(list)
      .filter((row) => row[key] === of.id)
      .sort(byPosition);
  const goals = [...rowsOf(contents.goals)].sort(byPosition).map(
    (goal): SaidGoal => ({
      ...called('goal', goal),
      ...{ code: textOf(goal, 'code'), kind: kindOf(goal) },
      ...{ shortName: textOf(goal, 'shortName'), statement: textOf(goal, 'statement') },
      objectives: below(contents.objectives, 'goalId', goal).map((objective) => ({
        ...called('objective', objective),
        code: textOf(objective, 'code'),
        ...{ shortName: textOf(objective, 'shortName'), statement: textOf(objective, 'statement') },
        justificationSummary: textOf(objective, 'justificationSummary'),
        indicators: below(contents.indicators, 'objectiveId', objective)
          .filter((row) => (definitions.get(row.id) as Row | undefined)?.status !== 'retired')
          .map(indicatorOf),
      })),
    }),
  );
  const sections = [...rowsOf(contents.sections)].sort(byPosition).map((row) => ({
    code: textOf(row, 'code') ?? '',
    name: textOf(row, 'name') ?? '',
    summary: textOf(row, 'summary') ?? '',
  }));
  const head = {
    ...{ title: textOf(strategy, 'title'), organization: textOf(strategy, 'organization') },
    ...{ acronym: textOf(strategy, 'acronym'), vision: textOf(strategy, 'vision') },
    missionSummary: textOf(strategy, 'missionSummary'),
    ...{ firstYear: numberOf(strategy, 'firstYear'), lastYear: numberOf(strategy, 'lastYear') },
  };
  const said: SaidStrategy = { identifier: identifierOf(id, 'plan'), kept: [], head, sections, goals };
  return { kind: 'record', said, repairs };
};

const readReview = (value: Row): ReadStrategy => {
  const [problem] = problemsIn(reviewDocument, value);
  if (problem !== undefined) {
    throw new UnreadableFile(`This is no review as our own files write it: ${problem.pointer} ${problem.detail}.`);
  }
  const { strategy, goals } = reviewDocument.parse(value);
  const { id, title, organization, acronym, vision, firstYear, lastYear } = strategy;
  const repairs = [
    'Of the review only the goals, objectives and indicators are taken: figures and words of the year stay in it.',
  ];
  const sections = [
    ...new Set(
      goals.flatMap((goal) =>
        goal.objectives.flatMap((each) => each.indicators.map(({ definition }) => definition.section)),
      ),
    ),
  ];
  return {
    kind: 'review',
    repairs,
    said: {
      identifier: identifierOf(id, 'plan'),
      kept: [],
      head: { title, organization, acronym, vision, missionSummary: null, firstYear, lastYear },
      sections: sections.sort().map((code) => ({ code, name: code, summary: '' })),
      goals: goals.map((goal) => ({
        ...{ identifier: identifierOf(id, 'goal', goal.code), code: goal.code, kept: [], kind: kindOf(goal) },
        ...{ shortName: goal.shortName, statement: goal.statement },
        objectives: goal.objectives.map((objective) => ({
          ...{ identifier: identifierOf(id, 'objective', objective.code), code: objective.code, kept: [] },
          ...{ shortName: objective.shortName, statement: objective.statement, justificationSummary: null },
          indicators: objective.indicators.map(({ code, definition }) => ({
            ...{ identifier: identifierOf(id, 'indicator', code), code, kept: [] },
            definition: definitionOf(definition, code, repairs),
          })),
        })),
      })),
    },
  };
};

/** Reads our own JSON files: a strategy's record, or a review. @throws UnreadableFile */
export const readStrategyJson = (text: string): ReadStrategy => {
  let value: unknown;
  try {
    value = cleanDeep(JSON.parse(text) as unknown);
  } catch {
    throw new UnreadableFile('This is not a whole JSON file: export it again and use that file.');
  }
  if (isRow(value) && value.format === 'fbs-strategy-record') return readRecord(value);
  if (isRow(value) && value.format === 'fbs-annual-review') return readReview(value);
  throw new UnreadableFile('This JSON file is neither the record of a strategy nor a review of this product.');
};
