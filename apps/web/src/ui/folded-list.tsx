import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './button.tsx';

type FoldedListProps = {
  readonly className: string;
  readonly items: readonly { readonly key: string; readonly content: ReactNode }[];
  /** So many are seen before somebody asks for all. */
  readonly first: number;
};

/** The first few of a list, and all of it on demand; paper shows all. */
export const FoldedList = ({ className, items, first }: FoldedListProps) => {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const toggle = () => {
    flushSync(() => setOpen(!open));
    // What has just unfolded stands before the button: reading goes on there.
    if (!open) list.current?.children[first]?.querySelector('a')?.focus();
  };
  return (
    <>
      <ul ref={list} className={className}>
        {items.map((item, index) => (
          <li key={item.key} className={!open && index >= first ? 'folded' : undefined}>
            {item.content}
          </li>
        ))}
      </ul>
      {items.length > first && (
        <Button kind="quiet" size="small" className="unfold" aria-expanded={open} onClick={toggle}>
          {open ? `First ${first}` : `All ${items.length}`}
        </Button>
      )}
    </>
  );
};
