import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { UnreadableFile } from '../imports/import-columns.ts';
import { cleanText } from '../plain-text.ts';

/** An element by its local name. `text` is what stands in it and in elements inside, in order. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
  /** What stands in it beside the elements inside. */
  readonly ownText: string;
};

const deepest = 200;

const spans = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const;

/** The text without comments and CDATA, in which anything may stand; an end that is missing takes the rest. */
const markupOf = (text: string): string => {
  let markup = '';
  let from = 0;
  for (let at = text.indexOf('<!', from); at >= 0; at = text.indexOf('<!', from)) {
    const span = spans.find(([start]) => text.startsWith(start, at));
    const end = span === undefined ? at + 1 : text.indexOf(span[1], at + span[0].length);
    markup += text.slice(from, span === undefined ? at + 2 : at);
    if (end < 0) return markup;
    from = span === undefined ? at + 2 : end + span[1].length;
  }
  return markup + text.slice(from);
};

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numbered characters; there are no others, since no file may declare its own. */
const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[^\s;&<]{1,40});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) {
      const character = named[name];
      if (character !== undefined) return character;
      throw new UnreadableFile(
        `The file uses the entity ${whole}, which is not read: save it with the character itself.`,
      );
    }
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

type Parsed = Readonly<Record<string, unknown>>;
const literal = '#literal';

const literalOf = (each: Parsed): string => String((each[literal] as readonly Parsed[])[0]?.['#text'] ?? '');

/** An element and all in it: texts in their order, elements inside by themselves. */
const readNode = (parsed: Parsed): XmlNode => {
  const name = Object.keys(parsed).find((key) => key !== ':@') ?? '';
  const children: XmlNode[] = [];
  const own: string[] = [];
  const all: string[] = [];
  for (const each of parsed[name] as readonly Parsed[]) {
    if (!('#text' in each || literal in each)) {
      const child = readNode(each);
      children.push(child);
      all.push(child.text);
      continue;
    }
    const piece = cleanText('#text' in each ? decoded(String(each['#text'])) : literalOf(each));
    own.push(piece);
    all.push(piece);
  }
  const given = Object.entries((parsed[':@'] ?? {}) as Readonly<Record<string, unknown>>);
  return {
    name,
    attributes: Object.fromEntries(given.map(([key, value]) => [key, cleanText(decoded(String(value)))])),
    children,
    text: all.join('').trim(),
    ownText: own.join('').trim(),
  };
};

const parser = (): XMLParser =>
  new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    trimValues: false,
    processEntities: false,
    cdataPropName: literal,
    // the parser begins to count below the root, and refuses what lies deeper than this by one
    maxNestedTags: deepest - 1,
  });

const tooDeep = (): UnreadableFile =>
  new UnreadableFile(`The elements of this file lie more than ${deepest} levels deep: no strategy does.`);

const notXml = (): UnreadableFile =>
  new UnreadableFile('This is not a whole XML file: export it again from the program that it comes from.');

const checkMarkup = (text: string): void => {
  if (/<!(DOCTYPE|ENTITY)/i.test(markupOf(text))) {
    throw new UnreadableFile(
      'The file declares a document type or entities (DOCTYPE), which is not read: take it out.',
    );
  }
};

/**
 * Reads XML without ever expanding or fetching anything.
 * @throws UnreadableFile where it is not XML, declares a document type or entities, or lies too deep
 */
export const readXml = (text: string): XmlNode => {
  checkMarkup(text);
  let parsed: readonly Parsed[];
  try {
    if (XMLValidator.validate(text) !== true) throw notXml();
    parsed = parser().parse(text) as readonly Parsed[];
  } catch (error) {
    if (error instanceof Error && /nested tags/i.test(error.message)) throw tooDeep();
    throw error instanceof UnreadableFile ? error : notXml();
  }
  const root = parsed.find((each) => !('#text' in each));
  if (root === undefined) throw notXml();
  return readNode(root);
};
