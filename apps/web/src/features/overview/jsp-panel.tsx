import type { Overview } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';
import { Counted } from '../../panels/results/counted.tsx';

/** What all of it is for: the goal of the Joint Strategic Plan, word for word, and what stands behind it. */
export const JspPanel = ({ jsp, year }: { jsp: Overview['jsp']; year: number }) =>
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
        <Counted list="jsp_goals" year={year}>
          {plural(jsp.goals, 'goal')}
        </Counted>
        ,{' '}
        <Counted list="jsp_objectives" year={year}>
          {plural(jsp.objectives, 'objective')}
        </Counted>{' '}
        and{' '}
        <Counted list="jsp_reporting" year={year}>
          {plural(jsp.reportingIndicators, 'reporting indicator')}
        </Counted>{' '}
        stand behind it.{' '}
        <Link to="/linkages/$framework/$element" params={{ framework: jsp.framework, element: jsp.element }}>
          See what leads there
        </Link>
      </p>
    </section>
  );
