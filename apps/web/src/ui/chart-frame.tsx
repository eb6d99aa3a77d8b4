import { CatchBoundary } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import type { ChartCopy } from './charts/copy/chart-copy.ts';
import { DisclosureMenu } from './disclosure-menu.tsx';

const loadCopyActions = () => import('./charts/copy/chart-copy-actions.tsx');
const ChartCopyActions = lazy(loadCopyActions);

type ChartFrameProps = {
  /** The message of the chart in a sentence: "Values have passed their targets since FY 2020". */
  readonly title: string;
  /** What is drawn, in which unit and period. */
  readonly subtitle?: string;
  readonly headingLevel?: 2 | 3 | 4;
  /** The height kept free for the chart with its legend, in pixels, so that nothing moves when its code comes. */
  readonly height?: number;
  readonly chart: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  /** What leaves with a copy of it. */
  readonly copy: ChartCopy;
};

/** A figure with its sentence above, the chart, and the same as a table for whoever prefers to read it. */
export const ChartFrame = (props: ChartFrameProps) => {
  const { title, subtitle, headingLevel = 2, height = 352, chart, table, copy } = props;
  const [asTable, setAsTable] = useState(false);
  const content = useId();
  const figure = useRef<HTMLElement>(null);
  const Heading = `h${headingLevel}` as const;
  return (
    <figure ref={figure} className="chart-frame">
      <figcaption>
        <Heading>{title}</Heading>
        {subtitle !== undefined && <p className="small soft">{subtitle}</p>}
      </figcaption>
      <div id={content} style={asTable ? undefined : { minHeight: height }}>
        {asTable ? table : <ChartOrTable height={height} chart={chart} table={table} />}
      </div>
      <div className="chart-frame__actions">
        <Button size="small" aria-pressed={asTable} aria-controls={content} onClick={() => setAsTable(!asTable)}>
          View as table
        </Button>
        <DisclosureMenu label="Copy or save" preload={() => void loadCopyActions()}>
          {(close) => (
            <ChartCopyActions
              copy={copy}
              title={title}
              subtitle={subtitle ?? ''}
              frame={() => figure.current}
              onDone={close}
            />
          )}
        </DisclosureMenu>
      </div>
    </figure>
  );
};

/** A chart whose code does not come (a lost connection, a new release) is replaced by its table. */
const ChartOrTable = ({ height, chart, table }: { height: number; chart: ReactNode; table: ReactNode }) => (
  <CatchBoundary getResetKey={() => 'chart'} errorComponent={() => table}>
    <Suspense fallback={<div className="chart-frame__wait" style={{ height }} aria-busy="true" />}>{chart}</Suspense>
  </CatchBoundary>
);
