import { lazy, type RefObject } from 'react';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import type { ChartCopy } from '../../ui/charts/copy/chart-copy.ts';
import { DisclosureMenu } from '../../ui/disclosure-menu.tsx';
import type { Flow } from './flow.ts';
import { flowFigures } from './flow-figures.ts';
import { FlowPicture } from './flow-picture.tsx';
import { frameworkName, sightName } from './linkage-words.ts';
import type { Sight } from './sight.ts';
import type { NodeWords } from './trace.ts';

const loadActions = () => import('../../ui/charts/copy/chart-copy-actions.tsx');
const ChartCopyActions = lazy(loadActions);

const sourceWords = ({ illustrative }: Sight, year: number, day: string): string =>
  `${formatYear(year)}, as of ${formatDay(day)}. A line is as thick as performance indicators report behind it.${
    illustrative > 0 ? ' Some figures are illustrative: invented for evaluation, and not to be quoted.' : ''
  }`;

type FlowCopyProps = {
  readonly sight: Sight;
  readonly flow: Flow;
  readonly words: ReadonlyMap<string, NodeWords>;
  readonly frame: RefObject<HTMLElement | null>;
};

/** The drawing as a picture for a paper, and the lines in it as data. */
export const FlowCopy = ({ sight, flow, words, frame }: FlowCopyProps) => {
  const { today } = useSession();
  const { year, asOf = today } = useYearAndAsOf();
  const copy: ChartCopy = {
    file: `linkages-${sight.framework.code}-FY-${year}`,
    source: sourceWords(sight, year, asOf),
    ...flowFigures(flow, words),
  };
  return (
    <DisclosureMenu label="Copy or save" preload={() => void loadActions()}>
      {(close) => (
        <>
          <div className="visually-hidden">
            <FlowPicture flow={flow} sight={sight} />
          </div>
          <ChartCopyActions
            copy={copy}
            title={`What each objective leads to: line of sight to ${sightName(sight)}`}
            subtitle={frameworkName(sight.framework)}
            frame={() => frame.current}
            onDone={close}
          />
        </>
      )}
    </DisclosureMenu>
  );
};
