import { RatingLegend } from '../../ui/status-mark.tsx';

const Sample = ({ none = false }: { none?: boolean }) => (
  <svg className="flow__sample" width="32" height="14" viewBox="0 0 32 14" aria-hidden="true">
    <path
      className={none ? 'flow__band flow__band--none' : 'flow__band flow__band--on_target'}
      style={none ? undefined : { strokeWidth: '0.5rem' }}
      d="M0 7H32"
    />
  </svg>
);

/** How to read the lines, and the marks beside the objectives. */
export const FlowLegend = () => (
  <div className="flow__legend">
    <ul className="legend">
      <li className="flow__key">
        <Sample />
        as thick as performance indicators report, in the colors of their ratings
      </li>
      <li className="flow__key">
        <Sample none />
        none reports
      </li>
    </ul>
    <RatingLegend />
  </div>
);
