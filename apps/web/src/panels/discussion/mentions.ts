export type Mentionable = { readonly id: string; readonly name: string };

/** What stands after an @ at the caret: from where it is replaced, and what was typed of a name. */
export type Asked = { readonly start: number; readonly typed: string };

const longestTyped = 40;

/** The name that is being typed at the caret; null where none is. An @ within a word, as in an address, asks for nobody. */
export const askedAt = (text: string, caret: number): Asked | null => {
  const before = text.slice(0, caret);
  const match = /(?:^|[\s(,;])@([^@\n]*)$/u.exec(before);
  const typed = match?.[1];
  if (typed === undefined || typed.length > longestTyped || /^\s|\s$/.test(typed)) return null;
  return { start: caret - typed.length - 1, typed };
};

const mostShown = 6;

/** People whose name, or one of its words, begins with what was typed. */
export const peopleMatching = <Person extends Mentionable>(people: readonly Person[], typed: string): Person[] => {
  const wanted = typed.trim().toLowerCase();
  return people
    .filter(({ name }) => {
      const full = name.toLowerCase();
      return full.startsWith(wanted) || full.split(/\s+/).some((word) => word.startsWith(wanted));
    })
    .slice(0, mostShown);
};

/** The text with the whole name in place of what was typed, and where the caret goes. */
export const withMention = (text: string, { start, typed }: Asked, name: string): { text: string; caret: number } => {
  const rest = text.slice(start + 1 + typed.length);
  const mention = `@${name}${/^[\s.,;:!?)]/.test(rest) ? '' : ' '}`;
  return {
    text: text.slice(0, start) + mention + rest,
    caret: start + mention.length + (rest.startsWith(' ') ? 1 : 0),
  };
};

export type TextPart = { readonly text: string; readonly isMention: boolean };

/** The text cut at its mentions; a longer name is looked for before one that it begins with. */
export const partsOf = (text: string, people: readonly Mentionable[]): TextPart[] => {
  const names = people.map(({ name }) => name).sort((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = names.find((each) => text.startsWith(each, at + 1));
    if (name === undefined || /[\p{L}\p{N}]/u.test(text[at + 1 + name.length] ?? '')) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), isMention: false });
    parts.push({ text: `@${name}`, isMention: true });
    plainFrom = at + 1 + name.length;
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), isMention: false });
  return parts;
};

/** The ids of the people whom a text names after an @. */
export const mentionedIn = (text: string, people: readonly Mentionable[]): string[] => {
  const named = new Set(partsOf(text, people).flatMap((part) => (part.isMention ? [part.text.slice(1)] : [])));
  return people.filter(({ name }) => named.has(name)).map(({ id }) => id);
};
