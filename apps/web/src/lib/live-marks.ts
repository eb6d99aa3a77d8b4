/** The parts of a screen that show one thing each. */
const parts = 'td, th, dd, li, .key-figure';
const shownForMs = 5000;

export type Shown = ReadonlyMap<Element, string>;

/** What every part of the screen says now. */
export const readScreen = (root: Element): Shown =>
  new Map([...root.querySelectorAll(parts)].map((part) => [part, part.textContent ?? '']));

const isBeingEdited = (part: Element): boolean => {
  const focused = document.activeElement;
  return part.contains(focused) && focused?.matches('input, textarea, select, [contenteditable]') === true;
};

/** The smallest parts that say something else than before; new rows among known ones count as well. */
export const changedParts = (before: Shown, root: Element): Element[] => {
  const changed = [...root.querySelectorAll(parts)].filter((part) => {
    const said = before.get(part);
    if (said !== undefined) return said !== part.textContent && !isBeingEdited(part);
    const { parentElement: parent } = part;
    return part.matches('li, tr') && parent !== null && [...parent.children].some((each) => before.has(each));
  });
  return changed.filter((part) => !changed.some((other) => other !== part && part.contains(other)));
};

/** Marks them for a moment; the styles do it by shape as well as by colour. */
export const markChanged = (changed: readonly Element[]): void => {
  for (const part of changed) part.setAttribute('data-changed', '');
  setTimeout(() => {
    for (const part of changed) part.removeAttribute('data-changed');
  }, shownForMs);
};
