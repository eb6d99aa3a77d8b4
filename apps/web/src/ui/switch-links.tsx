import { createLink } from '@tanstack/react-router';
import { type ComponentProps, type ReactNode, useRef } from 'react';
import { useSingleKeys } from '../lib/single-keys.ts';

type SwitchLinksProps = {
  readonly label: string;
  /** For years: [ and ] step to the link before and after the present one. */
  readonly stepKeys?: boolean;
  readonly children: ReactNode;
};

const steps: Readonly<Record<string, 'previousElementSibling' | 'nextElementSibling'>> = {
  '[': 'previousElementSibling',
  ']': 'nextElementSibling',
};

/** A few links of which one is the present one: years, frameworks. */
export const SwitchLinks = ({ label, stepKeys = false, children }: SwitchLinksProps) => {
  const links = useRef<HTMLElement>(null);
  const step = (key: string) => {
    const side = steps[key];
    const link = side && links.current?.querySelector('[aria-current]')?.[side];
    if (link instanceof HTMLElement) link.click();
  };
  useSingleKeys(stepKeys ? step : undefined);
  return (
    <nav
      ref={links}
      className="switch"
      aria-label={label}
      {...(stepKeys && { 'aria-keyshortcuts': '[ ]', title: 'Press [ or ] for the year before or after' })}
    >
      {children}
    </nav>
  );
};

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
  <SwitchLinks label="Year" stepKeys>
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
