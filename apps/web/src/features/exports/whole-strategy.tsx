import { type SessionStrategy, useMay } from '../../lib/session.ts';
import { planWords, recordWords, yearsOrder, yearsWords } from './export-formats.ts';
import { type ExportOutline, strategyFileAddress, yearsFileAddress } from './exports-queries.ts';
import { FileCard } from './file-card.tsx';

type WholeStrategyProps = {
  readonly strategy: SessionStrategy;
  /** undefined: still being worked out. */
  readonly outline: ExportOutline | undefined;
};

/** Files of the strategy itself, whichever year is looked at. */
export const WholeStrategy = ({ strategy, outline }: WholeStrategyProps) => {
  const managesStrategies = useMay('manage strategies');
  return (
    <section aria-labelledby="export-strategy">
      <h2 id="export-strategy">The whole strategy</h2>
      <ul className="formats">
        {yearsOrder.map((format) => (
          <FileCard
            key={format}
            words={yearsWords[format]}
            address={yearsFileAddress(strategy.id, format)}
            name={outline?.yearsNames[format]}
            size="All years"
          />
        ))}
        <FileCard
          words={planWords}
          address={strategyFileAddress(strategy.id, 'plan')}
          name={`FBS-plan-${strategy.id}.xml`}
          size="All years"
        />
        {managesStrategies && (
          <FileCard
            words={recordWords}
            address={strategyFileAddress(strategy.id, 'record')}
            name={`FBS-record-${strategy.id}.json`}
            size="All years and their history"
          />
        )}
      </ul>
    </section>
  );
};
