import type { Review } from '@fbs/contract';

export type GateItem = Review['gate'][number];

/** Where a missing thing is mended: in the grid, on the indicator's page, or at a place of the review itself. */
export type GateLink =
  | { readonly kind: 'entry'; readonly indicator: string }
  | { readonly kind: 'indicator'; readonly indicator: string }
  | { readonly kind: 'review'; readonly objective: string | undefined; readonly part: string };

/** The parts of the review that an address may point at, as ids of the page. */
export const partIds = {
  assessment: 'assessment',
  departure: 'departure-reason',
  narrative: 'narrative',
  workflow: 'section-steps',
  jspStatement: 'jsp-statement',
  summary: 'summary',
  explanation: (indicator: string) => `explanation-${indicator}`,
  action: (id: string) => `action-${id}`,
} as const;

const partOf = ({ kind, indicator, action }: GateItem): string => {
  switch (kind) {
    case 'explanation_missing':
      return partIds.explanation(indicator ?? '');
    case 'assessment_missing':
      return partIds.assessment;
    case 'departure_reason_missing':
      return partIds.departure;
    case 'narrative_missing':
      return partIds.narrative;
    case 'action_not_updated':
      return partIds.action(action ?? '');
    case 'jsp_statement_missing':
      return partIds.jspStatement;
    case 'summary_missing':
      return partIds.summary;
    default:
      return partIds.workflow;
  }
};

export const gateLink = (item: GateItem): GateLink => {
  const { kind, indicator, objective } = item;
  if (indicator !== null && (kind === 'value_missing' || kind === 'value_not_approved'))
    return { kind: 'entry', indicator };
  if (indicator !== null && kind === 'data_quality') return { kind: 'indicator', indicator };
  return { kind: 'review', objective: objective ?? undefined, part: partOf(item) };
};

/** "Objective 3.2: submit the section." under a heading that names the objective is "Submit the section." */
export const shortSentence = ({ sentence, objective, indicator }: GateItem): string => {
  const lead = indicator === null ? `Objective ${objective}: ` : '';
  const rest = lead !== '' && sentence.startsWith(lead) ? sentence.slice(lead.length) : sentence;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
};

/** What the list of missing things no longer has to name, in words: so that progress shows, not only what lacks. */
export const doneSentences = (missing: readonly GateItem[], stage: 'clearance' | 'sign_off'): string[] => {
  const lacks = (...kinds: readonly GateItem['kind'][]) => missing.some(({ kind }) => kinds.includes(kind));
  const checks: readonly (readonly [boolean, string])[] = [
    [lacks('value_missing'), 'Every value that is due is reported'],
    [stage === 'clearance' || lacks('value_not_approved'), 'Every value is approved'],
    [lacks('explanation_missing'), 'Every deviation is explained'],
    [lacks('assessment_missing', 'departure_reason_missing'), 'Every objective is assessed'],
    [lacks('narrative_missing'), 'Every objective has its narrative'],
    [lacks('section_not_submitted'), 'Every section is submitted'],
    [stage === 'clearance' || lacks('section_not_submitted', 'section_not_cleared'), 'Every section is cleared'],
    [lacks('action_not_updated'), 'Open corrective actions are updated'],
    [lacks('jsp_statement_missing'), 'The JSP linkage statement is written'],
    [lacks('summary_missing'), 'The summary is written'],
  ];
  return checks.filter(([isOpen]) => !isOpen).map(([, sentence]) => sentence);
};
