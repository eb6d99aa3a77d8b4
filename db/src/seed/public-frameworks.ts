import type { Queries } from '../database.ts';
import {
  frameworkElements,
  frameworkElementVintages,
  frameworks,
  linkages,
  linkageVintages,
} from '../schema/frameworks.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, noonOf, publishedRecord, strategyId } from './places.ts';
import { readStrategy } from './plan-files.ts';
import { orNull, readSeedTable } from './seed-files.ts';

type Element = Readonly<Record<'code' | 'level' | 'label', string>> &
  Readonly<Record<'parent' | 'text' | 'quote', string | null>>;

/** The whole tree of the JSP, so that a linkage can be seen in its place; the strategy's file quotes one of them. */
const jspElements = (quoted: ReadonlyMap<string, string | undefined>): Element[] =>
  readSeedTable<'code' | 'parent' | 'level' | 'text'>('jsp-2018-2022.csv').map(({ code, parent, level, text }) => ({
    code,
    parent: orNull(parent),
    level,
    label: `JSP Goal ${code.replace(/^G/, '')}`,
    text,
    quote: quoted.get(code) ?? null,
  }));

/** The texts are summaries of the Act, not its words. */
const tvpaElements = (root: string): Element[] =>
  readSeedTable<'code' | 'kind' | 'summary'>('tvpa-section-108.csv').map(({ code, kind, summary }) => ({
    code,
    parent: root,
    level: kind,
    label: `TVPA ${kind} ${code.replace(/^[CS]/, '')}`,
    text: summary,
    quote: null,
  }));

const elementsOf = (framework: ReturnType<typeof readStrategy>['frameworks'][number]): Element[] => {
  if (framework.code.startsWith('JSP')) {
    return jspElements(new Map(framework.elements.map(({ code, quote }) => [code, quote])));
  }
  const isTvpa = framework.code.startsWith('TVPA');
  return framework.elements.flatMap(({ code, label, quote }) => [
    { code, parent: null, level: isTvpa ? 'section' : 'element', label, text: null, quote: quote ?? null },
    ...(isTvpa ? tvpaElements(code) : []),
  ]);
};

const asVintages = <Row extends { readonly id: string }, Words extends object>(
  rows: readonly Row[],
  wordsOf: (row: Row) => Words,
) =>
  rows.map((row) => ({
    ...wordsOf(row),
    id: `${row.id}/vintage/1`,
    number: 1,
    removed: 0,
    personId: publishedRecord,
    at: noonOf(readStrategy().source.approved_on),
  }));

const linkageRows = () => {
  const { source, goals } = readStrategy();
  return goals
    .flatMap((goal) => goal.linkages.map((linkage) => ({ goal, linkage })))
    .map(({ goal, linkage }, index) => ({
      id: idOf('linkage', 'goal', goal.code, linkage.framework, linkage.element),
      strategyId,
      subjectKind: 'goal',
      subjectId: idOf('goal', goal.code),
      elementId: idOf('element', linkage.framework, linkage.element),
      strength: linkage.strength,
      quote: linkage.quote ?? null,
      summary: linkage.summary ?? null,
      position: index + 1,
      version: 1,
      createdAt: noonOf(source.approved_on),
    }));
};

/** What the strategy links up to, and the linkages of its goals in the strategy's own words. */
export const seedPublicFrameworks = async (queries: Queries): Promise<void> => {
  const listed = readStrategy().frameworks;
  await insertRows(
    queries,
    frameworks,
    listed.map(({ code, title }, index) => ({
      id: idOf('framework', code),
      strategyId,
      code,
      title,
      position: index + 1,
    })),
  );
  const elements = listed.flatMap((framework) =>
    elementsOf(framework).map(({ parent, ...element }, index) => ({
      ...element,
      id: idOf('element', framework.code, element.code),
      frameworkId: idOf('framework', framework.code),
      parentId: parent === null ? null : idOf('element', framework.code, parent),
      position: index + 1,
    })),
  );
  await insertRows(queries, frameworkElements, elements);
  await insertRows(
    queries,
    frameworkElementVintages,
    asVintages(elements, ({ frameworkId: _framework, code: _code, ...words }) => ({ ...words, elementId: words.id })),
  );
  const links = linkageRows();
  await insertRows(queries, linkages, links);
  await insertRows(
    queries,
    linkageVintages,
    asVintages(links, ({ position: _position, version: _version, createdAt: _createdAt, ...words }) => ({
      ...words,
      linkageId: words.id,
    })),
  );
};
