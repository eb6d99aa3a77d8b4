/** What an element of a framework says; `parent` is the code of the element above it. */
export type ElementContent = {
  readonly code: string;
  readonly parent: string | null;
  readonly level: string;
  readonly label: string;
  readonly text: string | null;
  readonly quote: string | null;
};

/** A row of a file with elements, numbered as a spreadsheet does. */
export type ElementRow = ElementContent & { readonly row: number };

/** An element that is recorded, and how many linkages lead to it. */
export type KnownElement = ElementContent & { readonly linkages: number };

export const elementOutcomes = ['added', 'changed', 'unchanged', 'gone', 'held', 'refused'] as const;
/** gone: recorded, and not in the file; held: the same, but something rests on it, so it stays. */
export type ElementOutcome = (typeof elementOutcomes)[number];

export type PlannedElement = {
  readonly content: ElementContent;
  /** null: it is not in the file. */
  readonly row: number | null;
  readonly outcome: ElementOutcome;
  /** Why it is refused or held; what changes. */
  readonly sentence: string | null;
  readonly depth: number;
  readonly linkages: number;
};

/** Letters and digits first, so that a code can stand in an address. */
const allowedCode = /^[\p{L}\p{N}][\p{L}\p{N}._() -]{0,39}$/u;
const longestWords = 400;
const longestText = 20_000;

/** What is wrong with the code of a framework or an element, or null. */
export const findInElementCode = (code: string): string | null => {
  if (code === '') return 'Write a code, for example 1.3.';
  return allowedCode.test(code)
    ? null
    : `"${code.slice(0, 40)}" is not a code: write up to 40 letters, digits, points or hyphens, and begin with a letter or digit.`;
};

type Parents = ReadonlyMap<string, string | null>;

/** The circle that an element closes, from itself down to itself: A, B, C, A; null where it closes none. */
export const cycleFrom = (code: string, parents: Parents): readonly string[] | null => {
  const upward = new Set([code]);
  for (let above = parents.get(code); above != null; above = parents.get(above)) {
    if (above === code) return [code, ...[...upward].reverse()];
    // a circle further up, which this element only hangs on
    if (upward.has(above)) return null;
    upward.add(above);
  }
  return null;
};

/** The elements that lie on a circle, each asked once: a chain may be long. */
const onCircles = (parents: Parents): ReadonlySet<string> => {
  const known = new Set<string>();
  const circular = new Set<string>();
  for (const code of parents.keys()) {
    const path: string[] = [];
    let each: string | null | undefined = code;
    for (; each != null && !known.has(each); each = parents.get(each)) {
      known.add(each);
      path.push(each);
    }
    // ending on this very path, not on one that was walked before
    if (each != null && path.includes(each)) for (const one of path.slice(path.indexOf(each))) circular.add(one);
  }
  return circular;
};

const parentsOf = (contents: readonly ElementContent[]): Parents =>
  new Map(contents.map(({ code, parent }) => [code, parent]));

type Around = {
  readonly first: ElementRow;
  readonly known: KnownElement | undefined;
  readonly parents: Parents;
  readonly circular: ReadonlySet<string>;
};

const findInRow = (row: ElementRow, { first, known, parents, circular }: Around): string | null => {
  const { code, parent, level, label, text, quote } = row;
  const wrongCode = findInElementCode(code);
  if (wrongCode !== null) return wrongCode;
  if (first.row !== row.row) return `${code} stands in row ${first.row} already: write each code once.`;
  if (level === '') return 'Write the level, for example goal or objective.';
  // one that is recorded by its label alone may stay so
  if (text === null && known?.text !== null) return 'Write the text of the element.';
  if (level.length > 40 || label.length > longestWords) return 'Shorten the level or the label of this element.';
  if (Math.max((text ?? '').length, (quote ?? '').length) > longestText) return 'Shorten the text or the quotation.';
  if (parent !== null && !parents.has(parent)) {
    return `There is no element ${parent}: write a parent that stands in the file, or leave the cell empty.`;
  }
  const cycle = circular.has(code) ? cycleFrom(code, parents) : null;
  return cycle === null ? null : `${cycle.join(' > ')} closes a circle: give one of them another parent, or none.`;
};

const fields = ['parent', 'level', 'label', 'text', 'quote'] as const;

const changedFields = (before: ElementContent, after: ElementContent): string[] =>
  fields.filter((field) => before[field] !== after[field]);

const planRow = (row: ElementRow, refusal: string | null, known: KnownElement | undefined): Plan => {
  const { row: number, ...content } = row;
  const shape = { content, row: number, linkages: known?.linkages ?? 0 };
  if (refusal !== null) return { ...shape, outcome: 'refused', sentence: refusal };
  if (known === undefined) return { ...shape, outcome: 'added', sentence: null };
  const changed = changedFields(known, content);
  if (changed.length === 0) return { ...shape, outcome: 'unchanged', sentence: null };
  return { ...shape, outcome: 'changed', sentence: `Changes: ${changed.join(', ')}.` };
};

type Plan = Omit<PlannedElement, 'depth'>;

const linkagesWords = (count: number): string => (count === 1 ? '1 linkage leads' : `${count} linkages lead`);

/** What is recorded and not in the file: it stays where linkages lead to it, or where something that stays hangs on it. */
const planGone = (known: readonly KnownElement[], inFile: readonly ElementRow[]): Plan[] => {
  const parents = parentsOf([...known, ...inFile]);
  const below = new Map<string, string>();
  const staying = [
    ...inFile.map(({ code }) => code),
    ...known.filter((each) => each.linkages > 0).map((each) => each.code),
  ];
  for (const code of staying) {
    for (let above = parents.get(code); above != null && !below.has(above); above = parents.get(above)) {
      below.set(above, code);
    }
  }
  const fileCodes = new Set(inFile.map(({ code }) => code));
  return known
    .filter(({ code }) => !fileCodes.has(code))
    .map(({ linkages, ...content }) => {
      const child = below.get(content.code);
      const reason =
        linkages > 0
          ? `${linkagesWords(linkages)} here: remove or move them first.`
          : child === undefined
            ? null
            : `${child} stays, and is placed under it.`;
      return { content, row: null, linkages, outcome: reason === null ? 'gone' : 'held', sentence: reason };
    });
};

/** The same elements with each below its parent, and how deep it lies; what hangs on a circle comes last. */
const asTree = (plans: readonly Plan[]): PlannedElement[] => {
  const codes = new Set(plans.map(({ content }) => content.code));
  const children = new Map<string | null, Plan[]>();
  for (const plan of plans) {
    const { parent } = plan.content;
    const above = parent !== null && codes.has(parent) ? parent : null;
    children.set(above, [...(children.get(above) ?? []), plan]);
  }
  const placed = new Map<Plan, PlannedElement>();
  // a list of what is still to be placed, the next one last: a chain may be longer than calls can be nested
  const waiting = (children.get(null) ?? []).map((plan) => ({ plan, depth: 0 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { plan, depth } = next;
    if (placed.has(plan)) continue;
    placed.set(plan, { ...plan, depth });
    const below = children.get(plan.content.code) ?? [];
    waiting.push(...below.map((each) => ({ plan: each, depth: depth + 1 })).reverse());
  }
  return [...placed.values(), ...plans.filter((plan) => !placed.has(plan)).map((plan) => ({ ...plan, depth: 0 }))];
};

/** What loading a file into a framework would do, element by element, in the order of its tree. */
export const planFramework = (
  rows: readonly ElementRow[],
  recorded: readonly KnownElement[],
): readonly PlannedElement[] => {
  const firstOf = new Map<string, ElementRow>();
  for (const row of rows) if (!firstOf.has(row.code)) firstOf.set(row.code, row);
  const parents = parentsOf([...recorded, ...firstOf.values()]);
  const circular = onCircles(parents);
  const knownByCode = new Map(recorded.map((each) => [each.code, each]));
  const plans = rows.map((row) => {
    const known = knownByCode.get(row.code);
    return planRow(row, findInRow(row, { first: firstOf.get(row.code) ?? row, known, parents, circular }), known);
  });
  return asTree([...plans, ...planGone(recorded, rows)]);
};

/** The elements that nothing supports: neither they themselves nor anything below them is linked. */
export const unsupportedElements = (
  elements: readonly Pick<ElementContent, 'code' | 'parent'>[],
  linked: ReadonlySet<string>,
): readonly string[] => {
  const parents: Parents = new Map(elements.map(({ code, parent }) => [code, parent]));
  const supported = new Set<string>();
  for (const { code } of elements) {
    if (!linked.has(code)) continue;
    for (let each: string | null | undefined = code; each != null && !supported.has(each); each = parents.get(each)) {
      supported.add(each);
    }
  }
  return elements.map(({ code }) => code).filter((code) => !supported.has(code));
};
