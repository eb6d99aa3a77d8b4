import { IllustrativeMark } from '../ui/illustrative-mark.tsx';

/** Says on every screen, and on every printed page, that some figures are invented. */
export const EvaluationStrip = () => (
  <aside className="strip strip--evaluation" aria-label="Evaluation data">
    <p className="page">
      Evaluation data. Figures marked <IllustrativeMark /> are invented; the others are published.
    </p>
  </aside>
);
