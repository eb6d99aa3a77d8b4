import { frameworkRepository } from '@fbs/db';
import { writeFrameworkFile } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { elementsOf } from './read-element.ts';

const example = [
  { code: '1', parent: null, level: 'goal', text: 'The words of goal 1', label: 'Goal 1', quote: null },
  {
    code: '1.1',
    parent: '1',
    level: 'objective',
    text: 'The words of objective 1.1',
    label: 'Objective 1.1',
    quote: null,
  },
  { code: '2', parent: null, level: 'goal', text: 'The words of goal 2', label: 'Goal 2', quote: null },
] as const;

type Input = { readonly strategy: string; readonly framework?: string | undefined };

/** A file to fill in: the elements of a framework as they are, or an example where none is named. */
export const readFrameworkTemplate = (
  context: Context,
  { strategy, framework: code }: Input,
): Promise<{ readonly name: string; readonly text: string }> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    if (code === undefined) return { name: 'framework-template.csv', text: writeFrameworkFile(example) };
    const frameworks = await frameworkRepository.listFrameworks(queries, strategy);
    const { id } = required(
      frameworks.find((each) => each.code === code),
      `There is no framework ${code} in this strategy.`,
    );
    const all = await frameworkRepository.listFrameworkElements(queries, strategy, null);
    const own = elementsOf(all.filter(({ frameworkId }) => frameworkId === id));
    return { name: `${code}.csv`, text: writeFrameworkFile(own) };
  });
};
