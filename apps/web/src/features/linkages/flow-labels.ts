import type { FrameworkElement, Goal, Objective, Sight } from './sight.ts';

/** Letters that surely fit on a line of each column, at the widths of the stylesheet. */
export const letters = { objective: 32, goal: 21, small: 26, element: 21, quote: 27 } as const;

const lineHeight = 20;

const linesOf = (text: string | null | undefined, perLine: number): number => Math.ceil((text?.length ?? 0) / perLine);

/** How high the label of a node stands, its frame included; a long name takes more lines than one. */
export const objectiveRoom = ({ code, shortName }: Objective): number =>
  lineHeight * linesOf(`${code} ${shortName}`, letters.objective) + lineHeight + 4;

/** `notes` stand below the name: what it supports, that it is not linked. */
export const goalRoom = ({ code, shortName }: Goal, notes: readonly string[]): number => {
  const noted = notes.reduce((sum, note) => sum + linesOf(note, letters.small), 0);
  return Math.max(lineHeight * (linesOf(`${code} ${shortName}`, letters.goal) + noted) + 6, 36) + 6;
};

/** Several elements stand close to each other: only a single one has room for its wording. */
export const quoteBeside = (element: FrameworkElement, { elements }: Sight): string | null =>
  elements.length === 1 ? element.quote : null;

export const elementRoom = (element: FrameworkElement, sight: Sight): number =>
  24 * linesOf(element.label, letters.element) + lineHeight * linesOf(quoteBeside(element, sight), letters.quote) + 22;
