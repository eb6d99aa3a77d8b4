import { TextField } from '../../ui/text-field.tsx';
import type { AppKey } from './account-queries.ts';
import { QrCode } from './qr-code.tsx';

type AppKeyFieldsProps = {
  readonly appKey: AppKey;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly error: string | undefined;
};

/** In groups of four, as one reads them out; apps take it with or without the spaces. */
const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** Two steps: the key into the app, and the app's first code back. */
export const AppKeyFields = ({ appKey, code, onCode, error }: AppKeyFieldsProps) => (
  <div className="stack">
    <div className="app-key">
      <QrCode text={appKey.address} label="QR code for your app; the same key is shown next to it as text" />
      <div className="stack">
        <p>Scan this with an authenticator app on your phone.</p>
        <p>
          Or type this key into it:
          <br />
          <code className="app-key__text">{grouped(appKey.secret)}</code>
        </p>
      </div>
    </div>
    <TextField
      label="Code"
      hint="The six digits that the app shows now"
      value={code}
      onChange={(event) => onCode(event.target.value)}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={10}
    />
  </div>
);
