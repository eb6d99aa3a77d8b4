import { useEffect, useRef, useState } from 'react';
import { formatDeadline } from '../../lib/deadline.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { MadeLink } from './people-queries.ts';

const mailedWords: Readonly<Record<MadeLink['link']['mailed'], string>> = {
  sent: 'It was sent by e-mail too.',
  failed: 'The letter with it did not leave: hand it over yourself.',
  off: 'Nothing is mailed from here: hand it over yourself.',
};

/** A link that sets a password, shown this once. */
export const MadeLinkNotice = ({ made: { person, link } }: { readonly made: MadeLink }) => {
  const address = `${window.location.origin}${link.path}`;
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // what had the focus is gone, and this is what it was done for
  useEffect(() => field.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
    announce('The link is copied');
  };
  return (
    <div className="stack made-link">
      <Notice kind="done" announced title={`A link for ${person.name}`}>
        <p>
          It works once, until {formatDeadline(link.expiresAt)}, and is shown only now. {mailedWords[link.mailed]}{' '}
          Whoever has it can set the password.
        </p>
      </Notice>
      <TextField
        label={`Link for ${person.name}`}
        value={address}
        readOnly
        ref={field}
        onFocus={(event) => event.currentTarget.select()}
      />
      {'clipboard' in navigator && (
        <div className="row">
          <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy the link'}</Button>
        </div>
      )}
    </div>
  );
};
