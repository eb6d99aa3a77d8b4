import { frameworkRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { factsNow } from './linkage-work.ts';

type Removal = { readonly strategy: string; readonly framework: string; readonly ifMatch: string | undefined };

/** Takes all elements out; the framework is then no longer shown. @throws DomainError conflict while it is linked to */
export const removeFramework = (context: Context, input: Removal) =>
  context.database.write(async (queries) => {
    allow(context.actor, 'edit linkages');
    const facts = await factsNow(queries, context, input.strategy);
    const frameworks = await frameworkRepository.listFrameworks(queries, input.strategy);
    const all = await frameworkRepository.listFrameworkElements(queries, input.strategy, null);
    const known = frameworks.find(({ code }) => code === input.framework);
    const elements = all.filter(({ frameworkId }) => frameworkId === known?.id);
    const framework = required(
      elements.length === 0 ? undefined : known,
      `There is no framework ${input.framework} in this strategy.`,
    );
    const { code, title, version } = framework;
    await checkVersion(versionSeen(input.ifMatch), version, () => ({ code, title, version }));
    const linked = facts.linkages.filter((row) => row.framework === code).length;
    if (linked > 0) {
      const lead = linked === 1 ? '1 linkage leads' : `${linked} linkages lead`;
      throw new DomainError('conflict', `${lead} to ${code}: remove or move them first.`);
    }
    const at = context.clock();
    await frameworkRepository.raiseFramework(queries, framework);
    for (const { id, frameworkId, code: element, ...words } of elements) {
      const removed = { id, frameworkId, code: element, words, removed: true, personId: context.actor.id, at };
      await frameworkRepository.writeElement(queries, removed);
    }
    await trace(queries, context, at, {
      action: 'removed a framework',
      kind: 'framework',
      id: framework.id,
      strategy: input.strategy,
      before: { title, elements: elements.map(({ code: element }) => element) },
      after: null,
    });
    return { code, version: version + 1, elements: elements.length };
  });
