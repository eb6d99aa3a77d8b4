import type { EntryState } from '@fbs/core';
import { IllustrativeMark } from './illustrative-mark.tsx';
import { StateMark } from './state-mark.tsx';

type YearValueProps = {
  /** As it is written; null where there is none, which the state then says in words. */
  readonly figure: string | null;
  readonly state: EntryState;
  readonly illustrative?: boolean;
  /** A draft that this person may not see. */
  readonly withheld?: boolean;
};

/** What was reported for a year, and in which state it is. A missing figure is never drawn as 0. */
export const YearValue = ({ figure, state, illustrative = false, withheld = false }: YearValueProps) => (
  // Another figure is another text, not one that moved: on the right edge it would begin elsewhere.
  <span key={`${figure} ${state}`} className="year-value">
    {figure !== null && <b className="year-value__figure">{figure}</b>}
    {figure !== null && illustrative && <IllustrativeMark />}
    <StateMark state={state} />
    {withheld && <span className="small soft">not shown to you</span>}
  </span>
);
