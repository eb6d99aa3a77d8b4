import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { richSchema } from './rich-schema.ts';

const { nodes, marks } = richSchema;

const isInside = (state: EditorState, type: NodeType): boolean => {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some((node) => node.type === type);
};

const hasMark = (state: EditorState, name: 'strong' | 'em' | 'link'): boolean => {
  const { from, to, empty, $from } = state.selection;
  const type = marks[name];
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
};

const lift = liftListItem(nodes.list_item);
const toggleList =
  (type: NodeType): Command =>
  (state, dispatch) =>
    isInside(state, type) ? lift(state, dispatch) : wrapInList(type)(state, dispatch);

const toggleHeading: Command = (state, dispatch) =>
  setBlockType(isInside(state, nodes.heading) ? nodes.paragraph : nodes.heading)(state, dispatch);

const breakLine: Command = chainCommands(exitCode, (state, dispatch) => {
  if (isInside(state, nodes.heading)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

export type Format = {
  readonly name: string;
  /** As it is written for readers: "Ctrl+B". */
  readonly keys: string;
  readonly run: Command;
  readonly isOn: (state: EditorState) => boolean;
};

/** What the toolbar offers, in its order; links are asked for apart. */
export const formats: readonly Format[] = [
  { name: 'Bold', keys: 'Ctrl+B', run: toggleMark(marks.strong), isOn: (state) => hasMark(state, 'strong') },
  { name: 'Italic', keys: 'Ctrl+I', run: toggleMark(marks.em), isOn: (state) => hasMark(state, 'em') },
  { name: 'Heading', keys: 'Ctrl+Alt+H', run: toggleHeading, isOn: (state) => isInside(state, nodes.heading) },
  {
    name: 'Bulleted list',
    keys: 'Ctrl+Shift+8',
    run: toggleList(nodes.bullet_list),
    isOn: (state) => isInside(state, nodes.bullet_list),
  },
  {
    name: 'Numbered list',
    keys: 'Ctrl+Shift+7',
    run: toggleList(nodes.ordered_list),
    isOn: (state) => isInside(state, nodes.ordered_list),
  },
];

export const linkAt = (state: EditorState): boolean => hasMark(state, 'link');

/** Takes a link away, or lays one on the chosen words; where none are chosen, the address itself is written. */
export const removeLink: Command = toggleMark(marks.link);
export const addLink =
  (href: string): Command =>
  (state, dispatch) => {
    const mark = marks.link.create({ href });
    const { from, to, empty } = state.selection;
    const change = empty ? state.tr.insert(from, richSchema.text(href, [mark])) : state.tr.addMark(from, to, mark);
    dispatch?.(change);
    return true;
  };

const keyOf = ({ keys }: Format): string =>
  keys
    .replace('Ctrl', 'Mod')
    .replaceAll('+', '-')
    .replace('H', 'h')
    .replace(/-([BI])$/, (_, letter: string) => `-${letter.toLowerCase()}`);

/** Keys, and what is typed as a sign: "## ", "- ", "1. ". Tab stays free to leave the field. */
export const richPlugins = (onLink: () => void): Plugin[] => [
  inputRules({
    rules: [
      textblockTypeInputRule(/^#{1,6}\s$/, nodes.heading),
      wrappingInputRule(/^[-*•]\s$/, nodes.bullet_list),
      wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
    ],
  }),
  keymap({
    ...Object.fromEntries(formats.map((format) => [keyOf(format), format.run])),
    'Mod-k': () => {
      onLink();
      return true;
    },
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': breakLine,
  }),
  keymap(baseKeymap),
  history(),
];
