import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { richPlugins } from './rich-commands.ts';
import { readDocument, writeDocument } from './rich-schema.ts';

type Options = {
  readonly value: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onLink: () => void;
};

export type RichEditor = {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly state: EditorState | null;
  /** Runs a command on what is chosen, and gives the focus back. */
  readonly run: (command: Command) => void;
};

/** An editor of one stored text; what comes from outside replaces it only where it says something else. */
export const useRichEditor = ({ value, attributes, onChange, onBlur, onLink }: Options): RichEditor => {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const written = useRef(value);
  const [state, setState] = useState<EditorState | null>(null);
  const changed = useEffectEvent((text: string) => onChange(text));
  const left = useEffectEvent(() => onBlur());
  const link = useEffectEvent(() => onLink());
  const named = useEffectEvent(() => attributes);
  const first = useEffectEvent(() => value);
  // Before anything is painted: the text never leaves its place empty.
  useLayoutEffect(() => {
    if (frame.current === null) return;
    const editor = new EditorView(frame.current, {
      state: EditorState.create({ doc: readDocument(first()), plugins: richPlugins(() => link()) }),
      attributes: () => ({ ...named() }),
      dispatchTransaction: (transaction) => {
        const next = editor.state.apply(transaction);
        editor.updateState(next);
        setState(next);
        if (!transaction.docChanged) return;
        written.current = writeDocument(next.doc);
        changed(written.current);
      },
      handleDOMEvents: { blur: () => void left() },
    });
    view.current = editor;
    setState(editor.state);
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor === null || value === written.current) return;
    written.current = value;
    if (writeDocument(editor.state.doc) === value) return;
    const doc = readDocument(value);
    // somebody may be writing: the caret stays about where it is
    const selection = TextSelection.near(doc.resolve(Math.min(editor.state.selection.from, doc.content.size)));
    const next = EditorState.create({ doc, selection, plugins: editor.state.plugins });
    editor.updateState(next);
    setState(next);
  }, [value]);
  return {
    frame,
    state,
    run: (command) => {
      const editor = view.current;
      if (editor === null) return;
      command(editor.state, editor.dispatch, editor);
      editor.focus();
    },
  };
};
