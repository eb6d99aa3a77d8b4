import {
  addLinkage,
  changeLinkage,
  type EditableLinkage,
  readLinkages,
  removeLinkage,
  restoreLinkage,
} from '@fbs/contract';
import type { Client } from './client.ts';
import { strategy } from './endpoints.ts';
import { seen } from './entries.ts';
import type { Office } from './offices.ts';

export const jspGoal = { framework: 'JSP-2018-2022', element: '1.3' } as const;

/** A new linkage that the contract takes. */
export const sampleLinkage = {
  ...jspGoal,
  subject: { kind: 'objective', code: '2.2' },
  strength: 'supporting',
  quote: 'Services protect victims.',
  summary: null,
} as const;

export const listLinkages = async (client: Client, asOf?: string): Promise<readonly EditableLinkage[]> =>
  (await client.ok(readLinkages, { params: { strategy }, querystring: { year: 2022, asOf } })).linkages;

/** The linkage of a goal to JSP Goal 1.3. */
export const linkageOfGoal = async (client: Client, code: string, asOf?: string): Promise<EditableLinkage> => {
  const found = (await listLinkages(client, asOf)).find(
    ({ subject, element }) => subject.kind === 'goal' && subject.code === code && element === jspGoal.element,
  );
  if (found === undefined) throw new Error(`goal ${code} is not linked`);
  return found;
};

export const linkageBody = ({ subject, framework, element, strength, quote, summary }: EditableLinkage) => ({
  subject,
  framework,
  element,
  strength,
  quote,
  summary,
});

export const linkagePlace = ({ id, version }: Pick<EditableLinkage, 'id' | 'version'>) => ({
  params: { strategy, linkage: id },
  headers: seen(version),
});

/** Every kind of edit of linkages, one after the other. */
export const linkageSteps: readonly {
  readonly what: string;
  readonly done: (as: Office['signIn']) => Promise<unknown>;
}[] = [
  {
    what: 'a linkage is added',
    done: async (as) => (await as('planner')).ok(addLinkage, { params: { strategy }, body: sampleLinkage }),
  },
  {
    what: 'a linkage is changed',
    done: async (as) => {
      const planner = await as('planner');
      const linkage = await linkageOfGoal(planner, '2');
      const body = { ...linkageBody(linkage), strength: 'contributing', reason: 'The plan was reread.' } as const;
      return planner.ok(changeLinkage, { ...linkagePlace(linkage), body });
    },
  },
  {
    what: 'a linkage is removed',
    done: async (as) => {
      const planner = await as('planner');
      const body = { reason: 'Named by mistake.' };
      return planner.ok(removeLinkage, { ...linkagePlace(await linkageOfGoal(planner, '5')), body });
    },
  },
  {
    what: 'the linkage is brought back',
    done: async (as) => {
      const id = 'fbs-2018-2022/linkage/goal/5/JSP-2018-2022/1.3';
      return (await as('planner')).ok(restoreLinkage, linkagePlace({ id, version: 2 }));
    },
  },
];
