import { randomUUID } from 'node:crypto';
import type { CopyChoice } from '@fbs/contract';
import { frameworkRepository, indicatorRepository, linkageRepository, type Queries, strategyRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { treeNow } from './strategies-work.ts';

type Copying = { readonly choice: CopyChoice; readonly to: string; readonly at: string };
/** Which id of the copy stands for an id of the original. */
type Ids = Map<string, string>;

const copyTree = async (queries: Queries, { choice, to }: Copying, ids: Ids): Promise<void> => {
  const tree = await treeNow(queries, choice.strategy);
  const copied = (kind: string, { id, code }: { readonly id: string; readonly code: string }): string => {
    ids.set(id, `${to}/${kind}/${code}`);
    return `${to}/${kind}/${code}`;
  };
  await strategyRepository.writeTree(queries, to, {
    sections: choice.sections ? tree.sections.map((row) => ({ ...row, id: copied('section', row) })) : [],
    goals: choice.goals
      ? tree.goals.map((goal) => ({
          ...goal,
          id: copied('goal', goal),
          objectives: goal.objectives.map((row) => ({ ...row, id: copied('objective', row) })),
        }))
      : [],
  });
  for (const [from, id] of ids) {
    if (id.startsWith(`${to}/goal/`)) await strategyRepository.copyWords(queries, from, id, 'goal');
    if (id.startsWith(`${to}/objective/`)) await strategyRepository.copyWords(queries, from, id, 'objective');
  }
};

/** Indicators in force with the latest version of their definition: proposed anew, and continuing those they come from. */
const copyIndicators = async (queries: Queries, context: Context, { choice, to, at }: Copying, ids: Ids) => {
  for (const indicator of await indicatorRepository.listIndicators(queries, choice.strategy, null)) {
    const objectiveId = ids.get(indicator.objectiveId);
    if (indicator.definition.status === 'retired' || objectiveId === undefined) continue;
    const id = `${to}/indicator/${indicator.code}`;
    ids.set(indicator.id, id);
    await indicatorRepository.addIndicator(queries, {
      ...{ id, strategyId: to, objectiveId, code: indicator.code, personId: context.actor.id, at },
      definition: { ...indicator.definition, status: 'proposed' },
      predecessorId: indicator.id,
    });
  }
};

const copyFrameworks = async (queries: Queries, context: Context, { choice, to, at }: Copying, ids: Ids) => {
  for (const { id: from, code, title } of await frameworkRepository.listFrameworks(queries, choice.strategy)) {
    const id = `${to}/framework/${code}`;
    ids.set(from, id);
    await frameworkRepository.raiseFramework(queries, { id, strategyId: to, code, title, version: 0 });
  }
  const elements = await frameworkRepository.listFrameworkElements(queries, choice.strategy, null);
  for (const { id, code, frameworkId } of elements) {
    const framework = ids.get(frameworkId) ?? '';
    ids.set(id, `${framework.replace('/framework/', '/element/')}/${code}`);
  }
  for (const { id, frameworkId, code, parentId, level, label, text, quote, position } of elements) {
    await frameworkRepository.writeElement(queries, {
      ...{ id: ids.get(id) ?? id, frameworkId: ids.get(frameworkId) ?? '', code, removed: false },
      words: { parentId: parentId && (ids.get(parentId) ?? null), level, label, text, quote, position },
      ...{ personId: context.actor.id, at },
    });
  }
};

const copyLinkages = async (queries: Queries, context: Context, { choice, to, at }: Copying, ids: Ids) => {
  for (const row of await linkageRepository.listLinkages(queries, choice.strategy, null)) {
    const subjectId = ids.get(row.subjectId);
    const elementId = ids.get(row.elementId);
    if (subjectId === undefined || elementId === undefined) continue;
    const { subjectKind, strength, quote, summary } = row;
    await linkageRepository.addLinkage(queries, {
      ...{ id: randomUUID(), strategyId: to, personId: context.actor.id, at },
      words: { subjectKind, subjectId, elementId, strength, quote, summary },
    });
  }
};

/** Copies what was chosen of a strategy into a new one; figures, targets, notes and reviews stay where they are. */
export const copyParts = async (queries: Queries, context: Context, copying: Copying): Promise<void> => {
  const ids: Ids = new Map();
  await copyTree(queries, copying, ids);
  if (copying.choice.indicators) await copyIndicators(queries, context, copying, ids);
  if (!copying.choice.linkages) return;
  await copyFrameworks(queries, context, copying, ids);
  await copyLinkages(queries, context, copying, ids);
};
