import type { MadeLink } from '@fbs/contract';
import type { NewLink } from '../../accounts/make-link.ts';
import type { Context } from '../../context.ts';

type Letter = {
  readonly to: string | null;
  readonly name: string;
  readonly kind: 'invitation' | 'password_reset';
  readonly link: NewLink;
};

const words = {
  invitation: ['You are invited to FBS Performance', 'invites you to FBS Performance. Set your password here:'],
  password_reset: ['A new password for FBS Performance', 'made a link for you to set a new password:'],
} as const;

/** Where no letter can leave, the administrator hands the link over. */
export const mailLink = async (
  { mailer, publicUrl, actor }: Context,
  { to, name, kind, link }: Letter,
): Promise<MadeLink['link']['mailed']> => {
  if (mailer === null || publicUrl === null || to === null) return 'off';
  const [subject, sentence] = words[kind];
  const text = [
    `Dear ${name},`,
    '',
    `${actor.name} ${sentence}`,
    '',
    `${publicUrl}${link.path}`,
    '',
    `The link works once, until ${link.expiresAt.slice(0, 16).replace('T', ' ')} UTC. Pass it on to nobody.`,
  ].join('\n');
  return mailer.send({ to, subject, text }).then(
    () => 'sent' as const,
    // the mailer has told whoever runs the service
    () => 'failed' as const,
  );
};
