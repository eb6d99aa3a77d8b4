import type { FrameworkLoad } from '@fbs/contract';
import type { PlannedElement } from '@fbs/core';
import { frameworkRepository, type Queries } from '@fbs/db';
import { readFrameworkFile } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { Upload } from '../../plugins/uploads.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { invalid, planLoad, presentLoad, type Recorded, recordedFramework } from './framework-work.ts';
import { factsNow } from './linkage-work.ts';

type Load = {
  readonly strategy: string;
  readonly code: string;
  readonly title?: string | undefined;
  readonly gone?: 'keep' | 'remove' | undefined;
  readonly file?: unknown;
  readonly dryRun: boolean;
  readonly ifMatch: string | undefined;
};

const readUpload = (file: unknown) => {
  if (!(file instanceof Upload)) throw invalid('/file', 'Choose the CSV file with the elements of the framework.');
  const read = readFrameworkFile(file.bytes);
  if ('refused' in read) throw invalid('/file', read.refused);
  return read;
};

/** @throws DomainError invalid while rows are refused, refused where nothing would change */
const checkPlan = (plan: readonly PlannedElement[], removesGone: boolean): void => {
  const refused = plan.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) {
    throw new DomainError(
      'invalid',
      `${refused.length} rows cannot be loaded: fix them in the file and load it again.`,
      {
        errors: refused.map(({ row, sentence }) => ({ pointer: `/file/rows/${row}`, detail: sentence ?? '' })),
      },
    );
  }
  const changes = plan.some(
    ({ outcome }) => outcome === 'added' || outcome === 'changed' || (removesGone && outcome === 'gone'),
  );
  if (!changes)
    throw new DomainError('refused', 'Nothing in the framework would change: the file says what is recorded.');
};

/** The elements of the file in its order, then what else stays, in the order that it has. */
const staying = (plan: readonly PlannedElement[], { known }: Recorded, removesGone: boolean): PlannedElement[] => {
  const orderOf = ({ row, content }: PlannedElement): number =>
    row ?? 1_000_000 + known.findIndex(({ code }) => code === content.code);
  return plan.filter(({ outcome }) => !(removesGone && outcome === 'gone')).sort((a, b) => orderOf(a) - orderOf(b));
};

const writeElements = async (
  queries: Queries,
  context: Context,
  recorded: Recorded,
  plan: readonly PlannedElement[],
  { at, removesGone }: { readonly at: string; readonly removesGone: boolean },
): Promise<void> => {
  const idOf = (code: string): string => `${recorded.id.replace('/framework/', '/element/')}/${code}`;
  const rowOf = new Map(recorded.elements.map((row) => [row.code, row]));
  const write = (planned: PlannedElement, position: number, removed: boolean) => {
    const { code, parent, ...words } = planned.content;
    return frameworkRepository.writeElement(queries, {
      id: rowOf.get(code)?.id ?? idOf(code),
      frameworkId: recorded.id,
      code,
      words: { ...words, parentId: parent === null ? null : (rowOf.get(parent)?.id ?? idOf(parent)), position },
      removed,
      personId: context.actor.id,
      at,
    });
  };
  for (const [index, planned] of staying(plan, recorded, removesGone).entries()) {
    const before = rowOf.get(planned.content.code);
    const isSame = planned.outcome !== 'added' && planned.outcome !== 'changed' && before?.position === index + 1;
    if (!isSame) await write(planned, index + 1, false);
  }
  if (!removesGone) return;
  for (const planned of plan.filter(({ outcome }) => outcome === 'gone')) {
    await write(planned, rowOf.get(planned.content.code)?.position ?? 0, true);
  }
};

const codesOf = (plan: readonly PlannedElement[], outcome: PlannedElement['outcome']): string[] =>
  plan.filter((each) => each.outcome === outcome).map(({ content }) => content.code);

/** Says what a file would do to a framework, element by element; and does it unless it is only looked at. */
export const loadFramework = (context: Context, input: Load): Promise<FrameworkLoad> => {
  allow(context.actor, 'edit linkages');
  const { rows, notices } = readUpload(input.file);
  const work = async (queries: Queries): Promise<FrameworkLoad> => {
    const facts = await factsNow(queries, context, input.strategy);
    const recorded = await recordedFramework(queries, facts, input);
    const plan = planLoad(rows, recorded);
    if (input.dryRun) return presentLoad(recorded, plan, { notices, saved: false });
    await checkVersion(versionSeen(input.ifMatch), recorded.version, () =>
      presentLoad(recorded, plan, { notices, saved: false }),
    );
    const removesGone = input.gone === 'remove';
    checkPlan(plan, removesGone);
    const at = context.clock();
    const { id, code, title, version } = recorded;
    await frameworkRepository.raiseFramework(queries, { id, strategyId: facts.strategy.id, code, title, version });
    await writeElements(queries, context, recorded, plan, { at, removesGone });
    await trace(queries, context, at, {
      action: 'loaded a framework',
      kind: 'framework',
      id,
      strategy: facts.strategy.id,
      before: version === 0 ? null : recorded.known,
      after: {
        title,
        added: plan.filter(({ outcome }) => outcome === 'added').map(({ content }) => content),
        changed: plan.filter(({ outcome }) => outcome === 'changed').map(({ content }) => content),
        removed: removesGone ? codesOf(plan, 'gone') : [],
      },
    });
    return presentLoad(recorded, plan, { notices, saved: true });
  };
  return input.dryRun ? context.database.read(work) : context.database.write(work);
};
