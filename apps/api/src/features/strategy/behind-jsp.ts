import { leadingLinkage } from '../../results/leading-linkage.ts';
import { inForce } from '../../results/lines.ts';
import type { Facts } from '../../results/load-facts.ts';

/** What the strategy links up to first, and everything that stands behind it. */
export const behindJsp = (facts: Facts) => {
  const { linkages } = facts;
  const linkage = leadingLinkage(facts);
  if (linkage === null) return null;
  const { framework, element } = linkage;
  const ids = new Set(
    linkages
      .filter((row) => row.subjectKind === 'goal' && row.framework === framework && row.element === element)
      .map((row) => row.subjectId),
  );
  const goals = facts.goals.filter((goal) => ids.has(goal.id));
  const codes = new Set(goals.map((goal) => goal.code));
  return {
    linkage,
    goals,
    objectives: facts.objectives.filter((objective) => codes.has(objective.goal)),
    indicators: inForce(facts).filter((indicator) => codes.has(indicator.goal)),
  };
};
