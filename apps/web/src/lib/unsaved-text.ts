/**
 * Text that was typed and has not reached the server yet. It outlives its screen, a lost connection and a reload, but
 * not the browser tab, and is found again only by the person who typed it.
 */
export type UnsavedText = {
  readonly text: string;
  /** What the text replaces, and its version: without them nobody could tell whether somebody else was faster. */
  readonly base: { readonly text: string; readonly version: number };
};

const nameOf = (person: string, key: string): string => `unsaved:${person}:${key}`;

const isUnsavedText = (found: unknown): found is UnsavedText => {
  const { text, base } = (found ?? {}) as Partial<UnsavedText>;
  return typeof text === 'string' && typeof base?.text === 'string' && typeof base.version === 'number';
};

export const readUnsavedText = (person: string, key: string): UnsavedText | null => {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(nameOf(person, key)) ?? 'null');
    return isUnsavedText(found) ? found : null;
  } catch {
    return null;
  }
};

export const keepUnsavedText = (person: string, key: string, unsaved: UnsavedText): void => {
  try {
    sessionStorage.setItem(nameOf(person, key), JSON.stringify(unsaved));
  } catch {
    // A browser without storage, or a full one: the text still stands in its field.
  }
};

export const forgetUnsavedText = (person: string, key: string): void => {
  try {
    sessionStorage.removeItem(nameOf(person, key));
  } catch {
    // See above.
  }
};
