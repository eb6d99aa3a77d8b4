import { randomUUID } from 'node:crypto';
import type { ManagedTree } from '@fbs/contract';
import { findInTree, type StrategyTree, type TreeFinding } from '@fbs/core';
import { indicatorRepository, linkageRepository, type Queries, strategyRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { refuseFindings, treeNow } from './strategies-work.ts';

type Save = StrategyTree & { readonly strategy: string; readonly ifMatch: string | undefined };
type Part = { readonly id: string | null; readonly code: string };

const partsOf = ({ sections, goals }: Pick<StrategyTree, 'sections' | 'goals'>): Part[] => [
  ...sections,
  ...goals.flatMap((goal): Part[] => [goal, ...goal.objectives]),
];

/** Every id is one of this strategy, and stands once. */
const findInIds = (sent: readonly Part[], before: readonly Part[]): TreeFinding[] => {
  const left = new Set(before.map(({ id }) => id));
  return sent.flatMap(({ id, code }) =>
    id === null || left.delete(id)
      ? []
      : [{ pointer: '', detail: `${code} is not a part of this strategy, or stands twice: load the page again.` }],
  );
};

/** What indicators and linkages hang on keeps its place and code: their history is never removed. */
const findHeld = async (queries: Queries, now: ManagedTree, sent: readonly Part[]): Promise<TreeFinding[]> => {
  const indicators = await indicatorRepository.listIndicators(queries, now.id, null);
  const linkages = await linkageRepository.listLinkages(queries, now.id, null);
  const codeNow = new Map(sent.map(({ id, code }) => [id, code]));
  const findings: TreeFinding[] = [];
  for (const { id, code } of partsOf(now)) {
    const held = indicators.filter(
      ({ objectiveId, definition }) =>
        objectiveId === id || (definition.section === code && now.sections.some((each) => each.id === id)),
    );
    const [first] = held;
    if (first !== undefined && codeNow.get(id) !== code) {
      const detail = `${code} holds ${first.code}${held.length > 1 ? ` and ${held.length - 1} more` : ''}: it keeps its code and cannot be removed.`;
      findings.push({ pointer: '', detail });
    }
    if (!codeNow.has(id) && linkages.some(({ subjectId }) => subjectId === id)) {
      findings.push({
        pointer: '',
        detail: `${code} is linked to a framework: remove its linkages before you remove it.`,
      });
    }
  }
  return findings;
};

const withIds = (strategy: string, { sections, goals }: StrategyTree): strategyRepository.SavedTree => {
  const idOf = (kind: string, { id }: Part): string => id ?? `${strategy}/${kind}/${randomUUID()}`;
  return {
    sections: sections.map((row) => ({ ...row, id: idOf('section', row) })),
    goals: goals.map((goal) => ({
      ...goal,
      id: idOf('goal', goal),
      objectives: goal.objectives.map((row) => ({ ...row, id: idOf('objective', row) })),
    })),
  };
};

/** Makes a draft what was sent: what is left out is removed. @throws DomainError not_allowed, stale, refused, invalid */
export const saveStrategyTree = (context: Context, { strategy, ifMatch, ...tree }: Save): Promise<ManagedTree> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'manage strategies');
    const seen = versionSeen(ifMatch);
    const now = await treeNow(queries, strategy);
    await checkVersion(seen, now.version, () => now);
    if (now.state !== 'draft') {
      throw new DomainError(
        'refused',
        'Only a draft is changed here: this strategy is in force already. Begin the next one.',
      );
    }
    const sent = partsOf(tree);
    refuseFindings([...findInTree(tree), ...findInIds(sent, partsOf(now)), ...(await findHeld(queries, now, sent))]);
    const { sections: _sections, goals: _goals, ...head } = tree;
    const version = now.version + 1;
    await strategyRepository.writeTree(queries, strategy, withIds(strategy, tree));
    await strategyRepository.writeHead(queries, strategy, { ...head, version });
    const saved = await treeNow(queries, strategy);
    await trace(queries, context, context.clock(), {
      action: 'changed a draft strategy',
      kind: 'strategy',
      id: strategy,
      strategy,
      before: now,
      after: saved,
    });
    return saved;
  });
