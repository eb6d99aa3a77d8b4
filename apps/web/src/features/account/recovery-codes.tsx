import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../../lib/download-file.ts';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';

const fileOf = (codes: readonly string[]) => ({
  name: 'fbs-recovery-codes.txt',
  blob: new Blob([`Recovery codes for FBS Performance. Each works once.\n\n${codes.join('\n')}\n`], {
    type: 'text/plain',
  }),
});

/** Shown this once: to be kept where the phone is not. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => {
  const [copied, setCopied] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  // the form that had the focus is gone
  useEffect(() => frame.current?.focus(), []);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
    announce('The recovery codes are copied');
  };
  return (
    <div className="stack" ref={frame} tabIndex={-1}>
      <p className="measure">
        If you lose your phone, one of these lets you in instead of a code. Each works once. They are shown only now:
        print them, or keep them where you keep passwords.
      </p>
      <ol className="recovery-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button onClick={() => saveFile(fileOf(codes))}>Download</Button>
        <Button onClick={() => window.print()}>Print</Button>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>}
      </div>
    </div>
  );
};
