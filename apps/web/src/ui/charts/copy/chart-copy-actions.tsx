import { useState } from 'react';
import { Button } from '../../button.tsx';
import { announce } from '../../live-region.tsx';
import type { ChartCopy } from './chart-copy.ts';
import { chartPicture, pngOf, svgText } from './chart-picture.ts';
import { csvOf } from './csv-text.ts';
import { copyPicture, saveFile } from './save-file.ts';

export type ChartCopyActionsProps = {
  readonly copy: ChartCopy;
  readonly title: string;
  readonly subtitle: string;
  readonly frame: () => Element | null;
  readonly onDone: () => void;
};

const noChart = 'The chart is not shown: go back from the table to the chart first.';

const useActions = ({ copy, title, subtitle, frame, onDone }: ChartCopyActionsProps) => {
  const picture = async () => {
    const element = frame();
    const made = element === null ? null : await chartPicture(element, { title, subtitle, source: copy.source });
    if (made === null) throw new Error(noChart);
    return made;
  };
  const done = (words: string) => {
    onDone();
    announce(words);
  };
  return {
    png: async () => {
      const made = picture().then(pngOf);
      if (await copyPicture(made)) return done('The chart was copied as a picture');
      saveFile(`${copy.file}.png`, await made);
      done('This browser does not let a page copy pictures: the chart was saved as a file');
    },
    svg: async () => {
      saveFile(`${copy.file}.svg`, new Blob([svgText(await picture())], { type: 'image/svg+xml' }));
      done('The chart was saved as an SVG file');
    },
    csv: async () => {
      saveFile(`${copy.file}.csv`, new Blob([csvOf(copy)], { type: 'text/csv;charset=utf-8' }));
      done('The data were saved as a CSV file');
    },
  };
};

/** What a chart can leave as. */
const ChartCopyActions = (props: ChartCopyActionsProps) => {
  const actions = useActions(props);
  const [problem, setProblem] = useState<string>();
  const run = (action: () => Promise<void>) => () => {
    action().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  return (
    <div className="chart-copy">
      <Button kind="quiet" onClick={run(actions.png)}>
        Copy as PNG
      </Button>
      <Button kind="quiet" onClick={run(actions.svg)}>
        Download SVG
      </Button>
      <Button kind="quiet" onClick={run(actions.csv)}>
        Download data (CSV)
      </Button>
      {problem !== undefined && (
        <p className="small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};

export default ChartCopyActions;
