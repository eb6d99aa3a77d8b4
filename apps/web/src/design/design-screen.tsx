import { PageHeading } from '../ui/page-heading.tsx';
import { AskingSamples } from './asking-samples.tsx';
import { ChartSamples } from './chart-samples.tsx';
import { FeedbackSamples } from './feedback-samples.tsx';
import { FieldSamples } from './field-samples.tsx';
import { LoadedSamples } from './loaded-samples.tsx';
import { MarkSamples } from './mark-samples.tsx';
import { TableSamples } from './table-samples.tsx';
import { TextSamples } from './text-samples.tsx';
import { WaySamples } from './way-samples.tsx';

/** Every component in its states, for looking at them: only in development, never in a build. */
export const DesignScreen = () => (
  <div className="page stack stack--wide">
    <PageHeading title="Components" over="Development only" />
    <WaySamples />
    <MarkSamples />
    <TableSamples />
    <ChartSamples />
    <FieldSamples />
    <TextSamples />
    <FeedbackSamples />
    <LoadedSamples />
    <AskingSamples />
  </div>
);
