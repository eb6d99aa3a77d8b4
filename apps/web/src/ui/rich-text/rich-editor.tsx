import type { EditorState } from 'prosemirror-state';
import { type KeyboardEvent, useRef, useState } from 'react';
import { AskDialog } from '../ask-dialog.tsx';
import { addLink, formats, linkAt, removeLink } from './rich-commands.ts';
import { type RichEditor as Editor, useRichEditor } from './use-rich-editor.ts';

export type RichEditorProps = {
  /** Ids of what names and describes the field. */
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
};

const isWebAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

/** A field for a longer text, with headings, lists, bold and italic words and links. */
const RichEditor = ({ labelledBy, describedBy, value, onChange, onBlur }: RichEditorProps) => {
  const [isAsking, setAsking] = useState(false);
  const editor = useRichEditor({
    value,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelledBy,
      class: 'rich__field prose',
      ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    },
    onChange,
    onBlur,
    onLink: () => setAsking(true),
  });
  const { state, run } = editor;
  const link = () => (state !== null && linkAt(state) ? run(removeLink) : setAsking(true));
  return (
    <div className="rich">
      <Toolbar editor={editor} onLink={link} labelledBy={labelledBy} />
      <div ref={editor.frame} />
      <AskDialog
        open={isAsking}
        title="Add a link"
        label="Address"
        hint="It begins with https:// or http://"
        missing="Enter the address that the words lead to"
        maxLength={2000}
        action="Add the link"
        onAnswer={async (address) => {
          if (!isWebAddress(address)) return 'Enter a whole address, for example https://www.state.gov/report';
          setAsking(false);
          run(addLink(address));
          return undefined;
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  );
};

const isOn = (state: EditorState | null, test: (state: EditorState) => boolean): boolean =>
  state !== null && test(state);

type ToolbarProps = { readonly editor: Editor; readonly onLink: () => void; readonly labelledBy: string };

/** One stop for Tab; the arrows go through its buttons. */
const Toolbar = ({ editor: { state, run }, onLink, labelledBy }: ToolbarProps) => {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const buttons = [
    ...formats.map(({ name, keys, run: command, isOn: test }) => ({
      name,
      keys,
      pressed: isOn(state, test),
      press: () => run(command),
    })),
    { name: 'Link', keys: 'Ctrl+K', pressed: isOn(state, linkAt), press: onLink },
  ];
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (stop + step + buttons.length) % buttons.length;
    setStop(next);
    bar.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={bar}
      className="rich__bar"
      role="toolbar"
      aria-label="Format"
      aria-describedby={labelledBy}
      onKeyDown={move}
    >
      {buttons.map(({ name, keys, pressed, press }, index) => (
        <button
          key={name}
          type="button"
          className="rich__button"
          aria-pressed={pressed}
          title={`${name} (${keys})`}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={press}
        >
          {name}
        </button>
      ))}
    </div>
  );
};

export default RichEditor;
