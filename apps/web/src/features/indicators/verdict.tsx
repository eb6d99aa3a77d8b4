import { Link } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { classes } from '../../ui/classes.ts';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VerificationMark } from '../../ui/verification-mark.tsx';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';
import { HowRated } from './rating-rule.tsx';
import { mendingOf, verdictOf } from './verdict-words.ts';

/** Where the figure comes from and what happened to it: said beside it, not hidden in a history. */
const Provenance = ({ entry }: { entry: IndicatorYear }) => (
  <div className="verdict__marks">
    {entry.value !== null && <StateMark state={entry.state} />}
    {entry.verification !== null && <VerificationMark verification={entry.verification} />}
    {entry.computed && <Tag>worked out</Tag>}
    {entry.restated && <Tag>restated</Tag>}
    {entry.target.afterResult && <Tag tone="strong">target revised after the result was known</Tag>}
    {entry.measuredOn !== null && <span className="small soft">measured on {formatDay(entry.measuredOn)}</span>}
    {entry.source !== null && <span className="small soft">Source: {entry.source}</span>}
  </div>
);

/** What is still to be done: with the way there for whoever may do it. */
const Mend = ({ entry, mayEnter }: { entry: IndicatorYear; mayEnter: boolean }) => {
  const mending = mendingOf(entry);
  if (mending === null || (!mayEnter && !entry.explanationMissing)) return null;
  return (
    <p className="verdict__mend">
      {mending.why}{' '}
      {mayEnter && (
        <Link to="/entry" search={{ year: entry.year, indicator: entry.indicator }}>
          {mending.label}
        </Link>
      )}
    </p>
  );
};

type VerdictPanelProps = {
  readonly page: IndicatorPage;
  readonly entry: IndicatorYear;
  readonly mayEnter: boolean;
};

/** The year in one look: the figure, how it is rated, and the sentence that says how that was worked out. */
export const VerdictPanel = ({ page, entry, mayEnter }: VerdictPanelProps) => {
  const { definition } = page;
  const verdict = verdictOf(entry, styleOf(definition), definition.section);
  const period = entry.period.label === formatYear(entry.year) ? '' : `, in ${formatYear(entry.year)}`;
  return (
    <section className={`verdict verdict--${entry.rating.rating}`} aria-label={`${formatYear(entry.year)} in short`}>
      <div className="verdict__value">
        <p className="over">
          {entry.period.label}
          {period} {entry.illustrative && entry.value !== null && <IllustrativeMark />}
        </p>
        <p className={classes('verdict__figure', verdict.isWord && 'verdict__figure--word')}>{verdict.figure}</p>
        {verdict.beside !== null && (
          <p className="verdict__beside">
            {verdict.beside} {entry.target.illustrative && entry.target.version > 0 && <IllustrativeMark />}
          </p>
        )}
      </div>
      <div className="verdict__words">
        <StatusMark rating={entry.rating.rating} reason={entry.rating.reason} />
        {verdict.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {entry.text !== null && <p className="measure">{entry.text}</p>}
        {entry.explanation !== null && (
          <p className="measure">
            <b>Explanation:</b> {entry.explanation}
          </p>
        )}
        <Mend entry={entry} mayEnter={mayEnter} />
        <Provenance entry={entry} />
      </div>
      <HowRated key={entry.year} page={page} entry={entry} />
    </section>
  );
};
