import { useState } from 'react';
import { formatInstant, plural } from '../../lib/format.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type AppKey, type OwnAccount, useAccountWrites } from './account-queries.ts';
import { AppKeyFields } from './app-key.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RemoveFactorDialog } from './remove-factor-dialog.tsx';

type SetUpProps = {
  readonly appKey: AppKey;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
};

const SetUp = ({ appKey, onCodes, onCancel }: SetUpProps) => {
  const [code, setCode] = useState('');
  const { unplaced, errorAt, refuse } = useFindings();
  const writes = useAccountWrites();
  const confirm = async () => {
    try {
      onCodes((await writes.confirm(code)).recoveryCodes);
    } catch (error) {
      refuse(error);
    }
  };
  return (
    <form
      className="stack account-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <AppKeyFields appKey={appKey} code={code} onCode={setCode} error={errorAt('/code')} />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      <div className="row">
        <Button type="submit" kind="primary">
          Confirm the code
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
};

type Doing =
  | { readonly what: 'nothing' | 'removing' }
  | { readonly what: 'setting up'; readonly key: AppKey }
  | { readonly what: 'codes'; readonly codes: readonly string[] };

const Standing = ({ account }: { account: OwnAccount }) => {
  const { secondFactor, secondFactorRequired } = account;
  if (secondFactor !== null) {
    return (
      <p>
        Codes of an app since {formatInstant(secondFactor.since)} UTC;{' '}
        {plural(secondFactor.recoveryCodesLeft, 'recovery code')} left.
      </p>
    );
  }
  return secondFactorRequired ? (
    <Notice kind="warning" title="A second factor is required here: set it up now" />
  ) : (
    <p className="measure">
      You sign in with the password alone. With a second factor, whoever learns it still cannot get in.
    </p>
  );
};

const NewCodes = ({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) => (
  <>
    <Notice kind="done" announced title="These are your recovery codes; earlier ones no longer work" />
    <RecoveryCodes codes={codes} />
    <div className="row">
      <Button kind="primary" onClick={onKept}>
        I have kept them
      </Button>
    </div>
  </>
);

type OffersProps = {
  readonly account: OwnAccount;
  readonly onSetUp: () => void;
  readonly onRenew: () => void;
  readonly onRemove: () => void;
};

const Offers = ({ account, onSetUp, onRenew, onRemove }: OffersProps) => (
  <div className="row">
    {account.secondFactor === null ? (
      <Button onClick={onSetUp}>Set up a second factor</Button>
    ) : (
      <>
        <Button onClick={onRenew}>New recovery codes</Button>
        {!account.secondFactorRequired && <Button onClick={onRemove}>Remove the second factor</Button>}
      </>
    )}
  </div>
);

export const FactorPart = ({ account }: { account: OwnAccount }) => {
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  const { unplaced, refuse, show } = useFindings();
  const writes = useAccountWrites();
  const stop = () => setDoing({ what: 'nothing' });
  const begin = async (step: () => Promise<Doing>) => {
    show([]);
    try {
      setDoing(await step());
    } catch (error) {
      refuse(error);
    }
  };
  const setUp = () => begin(async () => ({ what: 'setting up', key: await writes.start() }));
  const renew = () => begin(async () => ({ what: 'codes', codes: (await writes.renewCodes()).recoveryCodes }));
  const remove = () => setDoing({ what: 'removing' });
  if (account.password === null) return null;
  return (
    <section className="stack" aria-labelledby="own-factor">
      <h2 id="own-factor">Second factor</h2>
      <Standing account={account} />
      <p className="soft">Setting it up, or removing it, signs out your other browsers.</p>
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      {doing.what === 'setting up' && (
        <SetUp appKey={doing.key} onCodes={(codes) => setDoing({ what: 'codes', codes })} onCancel={stop} />
      )}
      {doing.what === 'codes' && <NewCodes codes={doing.codes} onKept={stop} />}
      {(doing.what === 'nothing' || doing.what === 'removing') && (
        <Offers account={account} onSetUp={() => void setUp()} onRenew={() => void renew()} onRemove={remove} />
      )}
      {doing.what === 'removing' && <RemoveFactorDialog onClose={stop} />}
    </section>
  );
};
