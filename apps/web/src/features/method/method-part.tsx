import type { ReactNode } from 'react';

/** The parts of the page, in their order: the list at its side and the headings are made from it. */
export const parts = {
  ratings: 'The five ratings',
  deviation: 'How a rating is worked out',
  explanation: 'When an explanation is required',
  states: 'The states of an indicator in a year',
  due: 'When a figure is due',
  rollUp: 'Results of an objective, a goal and the strategy',
  assessment: 'Suggested assessments',
  attention: 'What needs attention, in which order',
  targets: 'Targets, trends and projections',
  asOf: 'Looking back: “as of” a day',
  marks: 'Marks on figures',
  cases: 'The table of cases',
  sources: 'Sources of the published figures',
} as const;

export type PartName = keyof typeof parts;

export const MethodPart = ({ name, children }: { name: PartName; children: ReactNode }) => (
  <section className="method__part" id={name} aria-labelledby={`${name}-heading`}>
    <h2 id={`${name}-heading`}>{parts[name]}</h2>
    {children}
  </section>
);
