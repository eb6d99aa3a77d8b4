import type { Overview } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';

/** What all of it is for: the goal of the Joint Strategic Plan, word for word, and what stands behind it. */
export const JspPanel = ({ jsp }: { jsp: Overview['jsp'] }) =>
  jsp === null ? (
    <section className="jsp" aria-label="Joint Strategic Plan">
      <p>No goal of the strategy is linked to the Joint Strategic Plan yet.</p>
      <p className="small">
        <Link to="/linkages">See the linkages</Link>
      </p>
    </section>
  ) : (
    <section className="jsp" aria-label={jsp.label}>
      <p>
        <b className="jsp__label">{jsp.label}</b> <q>{jsp.quote}</q>
      </p>
      <p className="small">
        {plural(jsp.goals, 'goal')}, {plural(jsp.objectives, 'objective')} and{' '}
        {plural(jsp.reportingIndicators, 'reporting indicator')} stand behind it.{' '}
        <Link to="/linkages">See the line of sight</Link>
      </p>
    </section>
  );
