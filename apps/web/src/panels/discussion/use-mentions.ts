import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { announce } from '../../ui/live-region.tsx';
import { type Asked, askedAt, type Mentionable, peopleMatching, withMention } from './mentions.ts';

type UseMentions<Person> = {
  readonly text: string;
  readonly people: readonly Person[];
  readonly onText: (text: string) => void;
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The list of people that opens after an @, worked from the keyboard while the caret stays in the text. */
export const useMentions = <Person extends Mentionable>({ text, people, onText }: UseMentions<Person>) => {
  const listId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [current, setCurrent] = useState(0);
  const caretAfter = useRef<number>(null);
  // a new text puts the caret at its end; it has to be back behind the name before the next key
  useLayoutEffect(() => {
    if (caretAfter.current !== null) area.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  const found = asked === null ? [] : peopleMatching(people, asked.typed);
  const close = () => setAsked(null);
  const isOpen = found.length > 0;
  useEffect(() => {
    if (isOpen) document.getElementById(optionId(listId, current))?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, listId, current]);

  const look = (written: string, caret: number) => {
    const next = askedAt(written, caret);
    const count = next === null ? 0 : peopleMatching(people, next.typed).length;
    if (count > 0 && count !== found.length) {
      announce(`${plural(count, 'person', 'people')} found. Arrow keys choose, Enter mentions, Escape closes.`);
    }
    setAsked(next);
    setCurrent(0);
  };

  const pick = (person: Person | undefined) => {
    if (asked === null || person === undefined) return;
    const next = withMention(text, asked, person.name);
    onText(next.text);
    close();
    announce(`${person.name} is mentioned`);
    caretAfter.current = next.caret;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.nativeEvent.isComposing) return;
    const step = moves[event.key];
    if (step !== undefined) setCurrent((at) => (at + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(found[current]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { listId, area, found, current, look, pick, close, onKeyDown };
};
