import { isReported } from './entry-state.ts';
import type {
  Assessment,
  CorrectiveActionState,
  EntryState,
  GateKind,
  IndicatorRole,
  SectionState,
  Year,
} from './vocabulary.ts';
import { dataQualityItems } from './vocabulary.ts';

export type GateStage = 'clearance' | 'sign_off';

export type GateSection = {
  readonly state: SectionState;
  readonly assessment: Assessment | null;
  readonly suggestion: Assessment;
  readonly departureReason: string | null;
  readonly narrative: string | null;
};

export type GateIndicator = {
  readonly code: string;
  readonly name: string;
  readonly role: IndicatorRole;
  readonly state: EntryState;
  readonly due: boolean;
  readonly explanationMissing: boolean;
  /** Of the five items. */
  readonly dataQualityAnswered: number;
  /** Who answers for it: the owner, else the section. */
  readonly who: string;
};

export type GateObjective = {
  readonly code: string;
  readonly section: GateSection;
  readonly indicators: readonly GateIndicator[];
};

export type GateAction = {
  readonly id: string;
  readonly what: string;
  readonly objective: string;
  readonly state: CorrectiveActionState;
  /** Who does it. */
  readonly who: string;
  readonly openedYear: Year;
  readonly updatedForYear: Year | null;
};

export type GateInput = {
  readonly stage: GateStage;
  readonly year: Year;
  readonly summary: string | null;
  readonly jspStatement: string | null;
  readonly objectives: readonly GateObjective[];
  readonly actions: readonly GateAction[];
};

export type GateItem = {
  readonly kind: GateKind;
  /** false: warns only. */
  readonly blocks: boolean;
  readonly objective: string | null;
  readonly indicator: string | null;
  /** The id of a corrective action. */
  readonly action: string | null;
  /** Whose turn it is: a person, a section, planners or reviewers. */
  readonly who: string;
  readonly sentence: string;
};

/** Who writes the review, and who decides on it, where nobody is named. */
const writers = 'Planners';
const deciders = 'Reviewers';

const decided: readonly GateKind[] = ['value_not_approved', 'section_not_cleared'];

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

const itemOf = (kind: GateKind, sentence: string, place: Partial<GateItem> = {}): GateItem => ({
  kind,
  blocks: kind !== 'data_quality',
  objective: null,
  indicator: null,
  action: null,
  who: decided.includes(kind) ? deciders : writers,
  ...place,
  sentence,
});

const enterSentence = (year: Year): string => `enter a value for FY ${year}, or mark it not applicable with a reason.`;

const indicatorItems = (input: GateInput, objective: string, indicator: GateIndicator): GateItem[] => {
  // Context indicators are shown and never counted, so nothing of theirs can hold a review up.
  if (indicator.role !== 'performance') return [];
  const { code, name, state, due, explanationMissing, dataQualityAnswered, who } = indicator;
  const items: GateItem[] = [];
  const add = (kind: GateKind, sentence: string) =>
    items.push(
      itemOf(kind, `${code} ${name}: ${sentence}`, {
        objective,
        indicator: code,
        ...(decided.includes(kind) ? {} : { who }),
      }),
    );
  if (due && !isReported(state) && state !== 'not_applicable') {
    const isWritten = state === 'draft' || state === 'returned';
    add('value_missing', isWritten ? `submit the value for FY ${input.year}.` : enterSentence(input.year));
  }
  if (explanationMissing) add('explanation_missing', 'explain how the result departs from the target.');
  if (input.stage === 'sign_off' && state === 'submitted') {
    add('value_not_approved', `approve or return the value for FY ${input.year}.`);
  }
  if (dataQualityAnswered < dataQualityItems.length) {
    add('data_quality', `data quality ${dataQualityAnswered} of ${dataQualityItems.length}; complete the form.`);
  }
  return items;
};

const sectionItems = (stage: GateStage, objective: string, section: GateSection): GateItem[] => {
  const { state, assessment, suggestion, departureReason, narrative } = section;
  const items: GateItem[] = [];
  const add = (kind: GateKind, sentence: string) =>
    items.push(itemOf(kind, `Objective ${objective}: ${sentence}`, { objective }));
  if (assessment === null) add('assessment_missing', 'choose an assessment.');
  else if (assessment !== suggestion && isBlank(departureReason)) {
    add('departure_reason_missing', 'say why the assessment departs from the suggestion.');
  }
  if (isBlank(narrative)) add('narrative_missing', 'write the progress narrative.');
  if (state === 'drafting') add('section_not_submitted', 'submit the section.');
  if (state === 'returned') add('section_not_submitted', 'the section was returned; revise it and submit it again.');
  if (stage === 'sign_off' && state === 'submitted') {
    add('section_not_cleared', 'the section waits for a reviewer; clear or return it.');
  }
  return items;
};

const actionItem = (year: Year, { id, what, objective, who }: GateAction): GateItem => {
  const sentence = `Corrective action "${what}" is still open; update it for FY ${year}, or close it.`;
  return itemOf('action_not_updated', sentence, { objective, action: id, who });
};

/**
 * What a review still lacks, in the order of its objectives; an empty list lets it pass. Items that do not block warn.
 * Clearance asks for what the office has to write; sign-off also for what reviewers have to decide.
 */
export const reviewGate = (input: GateInput): GateItem[] => {
  const items = input.objectives.flatMap(({ code, section, indicators }) => [
    ...indicators.flatMap((indicator) => indicatorItems(input, code, indicator)),
    ...sectionItems(input.stage, code, section),
  ]);
  const stale = input.actions.filter(
    ({ state, openedYear, updatedForYear }) =>
      state === 'open' && openedYear < input.year && updatedForYear !== input.year,
  );
  items.push(...stale.map((action) => actionItem(input.year, action)));
  if (isBlank(input.jspStatement)) items.push(itemOf('jsp_statement_missing', 'Write the JSP linkage statement.'));
  if (isBlank(input.summary)) items.push(itemOf('summary_missing', 'Write the summary of the review.'));
  return items;
};

/** True where nothing on the list blocks. */
export const isGateOpen = (items: readonly GateItem[]): boolean => items.every((item) => !item.blocks);
