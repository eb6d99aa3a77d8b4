import type { ReactNode } from 'react';

export type Step = {
  readonly label: string;
  readonly note?: ReactNode;
  readonly state: 'done' | 'current' | 'to_come';
};

const words: Readonly<Record<Step['state'], string>> = { done: 'done', current: 'now', to_come: 'to come' };

/** The way a thing goes, and how far it has come. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol className="steps" aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.label}
        className={`steps__step steps__step--${step.state}`}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span className="steps__label">{step.label}</span>
        <span className="visually-hidden">, {words[step.state]}</span>
        {step.note !== undefined && <small>{step.note}</small>}
      </li>
    ))}
  </ol>
);
