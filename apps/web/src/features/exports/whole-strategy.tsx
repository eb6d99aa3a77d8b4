import { useMay } from '../../lib/session.ts';
import { planWords, recordWords } from './export-formats.ts';
import { strategyFileAddress } from './exports-queries.ts';
import { FileCard } from './file-card.tsx';

/** Files of the strategy itself, whichever year is looked at. */
export const WholeStrategy = ({ strategy }: { strategy: string }) => {
  const managesStrategies = useMay('manage strategies');
  return (
    <section aria-labelledby="export-strategy">
      <h2 id="export-strategy">The whole strategy</h2>
      <ul className="formats">
        <FileCard
          words={planWords}
          address={strategyFileAddress(strategy, 'plan')}
          name={`FBS-plan-${strategy}.xml`}
          size={undefined}
        />
        {managesStrategies && (
          <FileCard
            words={recordWords}
            address={strategyFileAddress(strategy, 'record')}
            name={`FBS-record-${strategy}.json`}
            size={undefined}
          />
        )}
      </ul>
    </section>
  );
};
