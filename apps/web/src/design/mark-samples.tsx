import {
  assessments,
  entryStates,
  notRatedReasons,
  type Rating,
  reviewStates,
  sectionStates,
  verifications,
} from '@fbs/core';
import { AssessmentMark } from '../ui/assessment-mark.tsx';
import { IllustrativeMark } from '../ui/illustrative-mark.tsx';
import { SegmentMeter } from '../ui/segment-meter.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { StackedBar } from '../ui/stacked-bar.tsx';
import { ReviewStateMark, SectionStateMark, StateMark } from '../ui/state-mark.tsx';
import { RatingLegend, StatusMark } from '../ui/status-mark.tsx';
import { Tag } from '../ui/tag.tsx';
import { VerificationMark } from '../ui/verification-mark.tsx';
import { YearValue } from '../ui/year-value.tsx';

const bars: readonly Partial<Record<Rating, number>>[] = [
  { above_target: 1, on_target: 1 },
  { on_target: 2, improved_target_not_met: 1, not_rated: 1 },
  { above_target: 12, on_target: 20, improved_target_not_met: 3, below_target: 1, not_rated: 6 },
  { on_target: 1, below_target: 1 },
  { not_rated: 3 },
  {},
];

export const MarkSamples = () => (
  <section className="stack">
    <h2>Marks</h2>
    <RatingLegend />
    <div className="row">
      {notRatedReasons.map((reason) => (
        <StatusMark key={reason} rating="not_rated" reason={reason} />
      ))}
      <StatusMark rating="below_target" wordHidden />
    </div>
    <div className="row">
      {entryStates.map((state) => (
        <StateMark key={state} state={state} />
      ))}
    </div>
    <div className="row">
      {sectionStates.map((state) => (
        <SectionStateMark key={state} state={state} />
      ))}
      {reviewStates.map((state) => (
        <ReviewStateMark key={state} state={state} />
      ))}
    </div>
    <div className="row">
      {assessments.map((assessment) => (
        <AssessmentMark key={assessment} assessment={assessment} />
      ))}
      <YearValue figure="4,310" state="frozen" illustrative />
      <YearValue figure={null} state="not_reported" />
      <YearValue figure={null} state="draft" withheld />
    </div>
    <div className="row">
      {verifications.map((verification) => (
        <VerificationMark key={verification} verification={verification} />
      ))}
      <IllustrativeMark />
      <Tag>performance</Tag>
      <Tag>higher is better</Tag>
      <Tag tone="strong">revised after the result was known</Tag>
    </div>
    <div className="columns columns--even">
      <div className="stack">
        {bars.map((counts, index) => (
          <StackedBar key={index} counts={counts} label="Performance indicators" />
        ))}
      </div>
      <div className="stack">
        <Sparkline values={[17471, 11096, 11841, 9876, 10572]} label="Prosecutions, 2017 to 2021" />
        <Sparkline values={[5, null, 7, 16, 15, null]} />
        <Sparkline values={[null, 3, null, -2, 4]} />
        <SegmentMeter filled={3} of={5} label="Data quality: 3 of 5" />
      </div>
    </div>
  </section>
);
