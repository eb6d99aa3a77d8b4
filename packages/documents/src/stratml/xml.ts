/** An element with its attributes, and either text or elements inside. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: string | readonly Element[];
};

/** Elements that may be there or not, in the order in which they are written. */
export type Parts = readonly (Element | readonly Element[] | null)[];

const isElement = (part: Element | readonly Element[]): part is Element => 'name' in part;

export const element = (name: string, parts: Parts, attributes: Element['attributes'] = {}): Element => ({
  name,
  attributes,
  inside: parts.flatMap((part) => (part === null ? [] : isElement(part) ? [part] : [...part])),
});

/** null where there is nothing to say. */
export const textElement = (name: string, text: string | null): Element | null =>
  text === null || text === '' ? null : { name, attributes: {}, inside: text };

/** For what the schema asks for even where nothing stands in it. */
export const neededText = (name: string, text: string): Element => ({ name, attributes: {}, inside: text });

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

const written = ({ name, attributes, inside }: Element, indent: string): string => {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${given.join('')}>`;
  if (typeof inside === 'string') return `${open}${escaped(inside)}</${name}>\n`;
  return `${open}\n${inside.map((each) => written(each, `${indent}  `)).join('')}${indent}</${name}>\n`;
};

/** The texts are expected to hold only what XML can hold. */
export const xmlOf = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;
