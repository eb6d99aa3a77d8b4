import { splitKept } from '../stratml/kept-block.ts';
import type { XmlNode } from './xml-tree.ts';

/** "OtherInformation": "Other information". */
const labelOf = (name: string): string => {
  const words = name.replace(/_/g, ' ').replace(/([a-z\d])([A-Z])/g, '$1 $2');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
};

type Ignored = readonly string[];

const attributesOf = ({ attributes }: XmlNode): string[] =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value.trim() === '' ? [] : [`${labelOf(name)}: ${value.trim()}`],
  );

/** What an element and those inside say, as one line's worth; those of `ignored` names are told elsewhere. */
const describe = (node: XmlNode, ignored: Ignored): string => {
  const inside = node.children.filter(({ name }) => !ignored.includes(name));
  const parts = inside.flatMap((child) => {
    const words = describe(child, ignored);
    if (words === '') return [];
    return [child.name === 'Name' ? words : `${labelOf(child.name)}: ${words}`];
  });
  return [...(node.ownText === '' ? [] : [node.ownText]), ...parts, ...attributesOf(node)].join('; ');
};

/** What an element says as "Name: text"; none where nothing stands in it. */
export const keptLines = (node: XmlNode, ignored: Ignored = []): string[] => {
  const words = describe(node, ignored);
  return words === '' ? [] : [`${labelOf(node.name)}: ${words}`];
};

export const keptText = (label: string, text: string | null | undefined): string[] =>
  text == null || text.trim() === '' ? [] : [`${label}: ${text.trim()}`];

/** What our own export carries of the file that a part came from; null: it carries nothing. */
export const carriedWords = ({ children }: XmlNode): string[] | null => {
  const other = children.find(({ name }) => name === 'OtherInformation');
  const { kept } = splitKept(other?.text ?? '');
  return kept === null ? null : kept === '' ? [] : [kept];
};

/** The elements in another, each handed out once: what nobody took is what is to be kept. */
export const takeFrom = ({ children }: XmlNode) => {
  const left = new Set(children);
  const all = (name: string): XmlNode[] => {
    const found = [...left].filter((child) => child.name === name);
    for (const child of found) left.delete(child);
    return found;
  };
  return {
    all,
    one: (name: string): XmlNode | null => {
      const found = [...left].find((child) => child.name === name) ?? null;
      if (found !== null) left.delete(found);
      return found;
    },
    /** The text of the first element of a name; null where there is none or nothing stands in it. */
    text: (name: string): string | null => {
      const found = [...left].find((child) => child.name === name);
      if (found === undefined) return null;
      left.delete(found);
      return found.text === '' ? null : found.text;
    },
    rest: (): XmlNode[] => [...left],
  };
};

/** Elements of a name wherever they lie, but not inside those of `closed` names. */
export const collect = (node: XmlNode, wanted: string, closed: readonly string[]): XmlNode[] =>
  node.children.flatMap((child) => {
    const own = child.name === wanted ? [child] : [];
    return closed.includes(child.name) ? own : [...own, ...collect(child, wanted, closed)];
  });
