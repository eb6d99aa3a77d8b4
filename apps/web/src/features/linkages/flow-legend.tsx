import { ratings } from '@fbs/core';
import type { ReactNode } from 'react';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Band } from './flow-band.tsx';

const sampleLine = 'M0 7H32';

const Sample = ({ children }: { children: ReactNode }) => (
  <svg className="flow__sample" width="32" height="14" viewBox="0 0 32 14" aria-hidden="true">
    {children}
  </svg>
);

/** How to read the lines: their colors and patterns, their thickness, and those without any thickness. */
export const FlowLegend = () => (
  <div className="flow__legend">
    <p className="small soft">A line is as thick as performance indicators report, side by side by their ratings.</p>
    <ul className="legend">
      {ratings.map((rating) => (
        <li key={rating} className="flow__key">
          <Sample>
            <Band rating={rating} width={8} d={sampleLine} />
          </Sample>
          <StatusMark rating={rating} />
        </li>
      ))}
      <li className="flow__key">
        <Sample>
          <path className="flow__band flow__band--none" d={sampleLine} />
        </Sample>
        none reports
      </li>
    </ul>
  </div>
);
