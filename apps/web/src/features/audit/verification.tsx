import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { verificationQuery } from './audit-queries.ts';

/** Whether every record still is what was recorded, worked out when somebody asks. */
export const Verification = () => {
  const { data, error, isFetching, refetch } = useQuery(verificationQuery);
  const verify = async () => {
    const { data: done } = await refetch();
    const wrong = done?.checks.reduce((sum, { findings }) => sum + findings.length, 0);
    if (wrong !== undefined) announce(wrong === 0 ? 'Every record is as recorded.' : `${wrong} records are not.`);
  };
  const findings = data?.checks.flatMap((check) => check.findings) ?? [];
  return (
    <section aria-labelledby="verification" className="audit__verification">
      <h2 id="verification">Are the records as they were made?</h2>
      <p className="soft">
        Works out every checksum anew: this log, signed reviews, values and targets against their history, and files.
        People and settings have to be what this log says of them.
      </p>
      <Button onClick={() => void verify()} disabled={isFetching}>
        {isFetching ? 'Checking …' : 'Check the records'}
      </Button>
      {error !== null && <ErrorMessage error={error} title="The records could not be checked" />}
      {data !== undefined && (
        <Notice
          kind={findings.length === 0 ? 'done' : 'error'}
          title={findings.length === 0 ? 'Every record is as recorded' : `${findings.length} not as recorded`}
        >
          <p>
            {data.checks.map(({ name, checked }) => `${name}: ${checked}`).join('; ')}. Checked {formatInstant(data.at)}{' '}
            UTC.
          </p>
          {findings.length > 0 && (
            <ul>
              {findings.slice(0, 20).map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </section>
  );
};
