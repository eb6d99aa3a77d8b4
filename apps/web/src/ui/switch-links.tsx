import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

/** A few links of which one is the present one: years, frameworks. */
export const SwitchLinks = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav className="switch" aria-label={label}>
    {children}
  </nav>
);

type SwitchAnchorProps = ComponentProps<'a'> & { readonly current: boolean };

const SwitchAnchor = ({ current, children, ...rest }: SwitchAnchorProps) => (
  <a {...rest} aria-current={current ? 'true' : undefined}>
    {children}
  </a>
);

export const SwitchLink = createLink(SwitchAnchor);

type YearSwitchProps = {
  readonly years: readonly number[];
  readonly current: number;
  /** "FY" unless the years are named otherwise. */
  readonly prefix?: string;
};

/** The years of the strategy, as links that keep the screen and everything else in the address. */
export const YearSwitch = ({ years, current, prefix = 'FY' }: YearSwitchProps) => (
  <SwitchLinks label="Year">
    {years.map((year) => (
      <SwitchLink
        key={year}
        to="."
        search={(previous) => ({ ...previous, year })}
        resetScroll={false}
        current={year === current}
      >
        {`${prefix} ${year}`}
      </SwitchLink>
    ))}
  </SwitchLinks>
);
