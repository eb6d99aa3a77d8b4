import { randomUUID } from 'node:crypto';
import {
  findInDefinition,
  findInTree,
  indicatorsOf,
  type MergedIndicator,
  type MergePlan,
  objectivesOf,
  type TreeFinding,
} from '@fbs/core';
import { indicatorRepository, originRepository, type Queries, strategyRepository } from '@fbs/db';
import { identifierOf } from '@fbs/documents';
import type { Context } from '../../context.ts';
import { refuseFindings, treeNow } from './strategies-work.ts';

type Rows = readonly indicatorRepository.IndicatorRow[];
type Write = {
  readonly strategy: string;
  readonly plan: MergePlan;
  readonly rows: Rows;
  readonly at: string;
  /** Why definitions change. */
  readonly reason: string;
};

type WithIds = ReturnType<typeof withIds>;

/** The same plan, where everything new has its id. */
const withIds = (strategy: string, { goals }: MergePlan) => {
  const idOf = (kind: string, id: string | null): string => id ?? `${strategy}/${kind}/${randomUUID()}`;
  return goals.map((goal) => ({
    ...goal,
    id: idOf('goal', goal.id),
    objectives: goal.objectives.map((objective) => ({
      ...objective,
      id: idOf('objective', objective.id),
      indicators: objective.indicators.map((each) => ({
        ...each,
        isNew: each.id === null,
        id: idOf('indicator', each.id),
      })),
    })),
  }));
};

/** Every definition by the rules of whoever defines indicators by hand. */
const findInIndicators = (indicators: readonly MergedIndicator[]): TreeFinding[] =>
  indicators.flatMap(({ code, definition }) =>
    definition.status === 'retired'
      ? []
      : findInDefinition(code, definition, indicators).map(({ detail }) => ({
          pointer: '/file',
          detail: `${code}: ${detail}`,
        })),
  );

/** @throws DomainError invalid, where what came of it is no tree by our rules */
const check = ({ plan }: Write, goals: WithIds): void => {
  const tree = { ...plan.head, sections: [], goals };
  const inTree = findInTree(tree).map(({ detail }) => ({ pointer: '/file', detail }));
  refuseFindings([...inTree, ...findInIndicators(indicatorsOf(objectivesOf(goals)))]);
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const writeIndicators = async (
  queries: Queries,
  context: Pick<Context, 'actor'>,
  write: Write,
  goals: WithIds,
): Promise<void> => {
  const { strategy, at, reason } = write;
  const before = new Map(write.rows.map((row) => [row.id, row]));
  const placed = objectivesOf(goals).flatMap((objective) =>
    objective.indicators.map((each) => ({ ...each, objectiveId: objective.id })),
  );
  const moved = placed.flatMap(({ id, objectiveId, code }) => {
    const row = before.get(id);
    return row === undefined || (row.objectiveId === objectiveId && row.code === code)
      ? []
      : [{ id, objectiveId, code, version: row.version }];
  });
  await indicatorRepository.moveIndicators(queries, moved);
  const raised = new Set(moved.map(({ id }) => id));
  const person = { personId: context.actor.id, at };
  for (const { id, objectiveId, code, definition } of placed) {
    const row = before.get(id);
    if (row === undefined) {
      await indicatorRepository.addIndicator(queries, {
        id,
        strategyId: strategy,
        objectiveId,
        code,
        definition,
        ...person,
      });
    } else if (!isSame(row.definition, definition)) {
      const indicator = { ...row, version: row.version + (raised.has(id) ? 1 : 0) };
      await indicatorRepository.addDefinition(queries, { indicator, definition, reason, ...person });
    }
  }
  // in the order of the tree, wherever they stood before
  const order = placed.map(({ id }, index) => ({ id, position: index + 1 }));
  await indicatorRepository.placeIndicators(
    queries,
    order.filter(({ id, position }) => before.size > 0 && before.get(id)?.position !== position),
  );
};

const writeOrigins = (
  queries: Queries,
  { strategy, plan }: Write,
  goals: WithIds,
  own: string | null,
): Promise<void> => {
  const row = (
    kind: originRepository.OriginKind,
    {
      id,
      code,
      identifier,
      kept,
    }: { readonly id: string; readonly code: string; readonly identifier: string | null; readonly kept: string },
  ) => ({ id, kind, identifier: identifier ?? identifierOf(strategy, kind, code), kept });
  return originRepository.writeOrigins(queries, strategy, [
    { id: strategy, kind: 'strategy', identifier: own ?? identifierOf(strategy, 'plan'), kept: plan.kept },
    ...goals.map((goal) => row('goal', goal)),
    ...objectivesOf(goals).map((each) => row('objective', each)),
    ...indicatorsOf(objectivesOf(goals)).map((each) => row('indicator', each)),
  ]);
};

/** Makes a draft what a plan says, with its indicators and what its parts are called in the file. @throws DomainError invalid */
export const writeMergedStrategy = async (
  queries: Queries,
  context: Pick<Context, 'actor'>,
  write: Write & { readonly identifier: string | null },
): Promise<void> => {
  const { strategy, plan, identifier } = write;
  const goals = withIds(strategy, plan);
  check(write, goals);
  const { sections } = await treeNow(queries, strategy);
  const added = plan.sections.map((row) => ({ ...row, id: `${strategy}/section/${randomUUID()}` }));
  const tree: strategyRepository.SavedTree = {
    sections: [...sections, ...added],
    goals: goals.map(({ id, code, kind, shortName, statement, objectives }) => ({
      ...{ id, code, kind, shortName, statement },
      objectives: objectives.map((each) => ({
        ...{ id: each.id, code: each.code, shortName: each.shortName },
        ...{ statement: each.statement, justificationSummary: each.justificationSummary },
      })),
    })),
  };
  await strategyRepository.writeTree(queries, strategy, tree, () => writeIndicators(queries, context, write, goals));
  await writeOrigins(queries, write, goals, identifier);
};
