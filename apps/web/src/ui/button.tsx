import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

type Look = {
  /** One primary action on a screen; quiet for what stands in a row of others; danger for what takes something away. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  readonly size?: 'normal' | 'small' | undefined;
};

const classOf = ({ kind = 'secondary', size = 'normal' }: Look, extra: string | undefined): string =>
  classes('usa-button button', `button--${kind}`, size === 'small' && 'button--small', extra);

export type ButtonProps = Look & ComponentProps<'button'>;

export const Button = ({ kind, size, className, type = 'button', ...rest }: ButtonProps) => (
  <button type={type} className={classOf({ kind, size }, className)} {...rest} />
);

/** A link to a file of the server (an export, a template) that looks like a button. */
export const DownloadButton = ({ kind, size, className, children, ...rest }: Look & ComponentProps<'a'>) => (
  <a className={classOf({ kind, size }, className)} {...rest}>
    {children}
  </a>
);

/** A link to a screen of this site that looks like a button: a way on ("Cancel"), never the page that is shown. */
export const LinkButton = createLink(({ 'aria-current': _present, ...rest }: Look & ComponentProps<'a'>) => (
  <DownloadButton {...rest} />
));
