import type { Instant } from '@fbs/core';
import type { reviewSections, reviewSectionVintages } from '../schema/reviews.ts';
import { idOf } from './places.ts';
import type { ReviewStep, ReviewText, SectionText } from './review-files.ts';

type Vintage = typeof reviewSectionVintages.$inferInsert;
type Opening = { readonly reviewId: string; readonly personId: string; readonly at: Instant };

/** In working hours of Washington; in an order that lets somebody write and submit on one day. */
const timeOf: Readonly<Record<string, string>> = {
  written: '14:30',
  submitted: '15:30',
  returned: '16:30',
  cleared: '17:30',
};

const changeOf = (text: SectionText, step: ReviewStep, isLastWriting: boolean): Partial<Vintage> => {
  switch (step.action) {
    case 'written': {
      const { narrative = null, firstNarrative } = text;
      return {
        state: 'drafting',
        assessment: text.assessment,
        departureReason: text.departureReason ?? null,
        narrative: isLastWriting ? narrative : (firstNarrative ?? narrative),
        decisions: text.decisions ?? null,
        evidence: JSON.stringify(text.evidence ?? []),
        submittedBy: null,
        clearedBy: null,
      };
    }
    case 'submitted':
      return { state: 'submitted', submittedBy: step.by, returnNote: null };
    case 'returned':
      return { state: 'returned', returnNote: step.note };
    case 'cleared':
      return { state: 'cleared', clearedBy: step.by };
    default:
      throw new Error(`review-steps.csv: a section cannot be ${step.action}`);
  }
};

const startOf = (sectionId: string, text: SectionText, opening: Opening): Vintage => ({
  id: `${sectionId}/vintage/1`,
  sectionId,
  reviewId: opening.reviewId,
  objectiveId: idOf('objective', text.objective),
  vintage: 1,
  action: 'started',
  state: 'drafting',
  evidence: '[]',
  illustrative: 1,
  personId: opening.personId,
  at: opening.at,
});

const historyOf = (text: SectionText, opening: Opening, steps: readonly ReviewStep[]): Vintage[] => {
  const sectionId = `${opening.reviewId}/section/${text.objective}`;
  const lastWriting = steps.findLast(({ action }) => action === 'written');
  const history = [startOf(sectionId, text, opening)];
  for (const step of steps) {
    const vintage = history.length + 1;
    history.push({
      ...(history.at(-1) ?? startOf(sectionId, text, opening)),
      id: `${sectionId}/vintage/${vintage}`,
      vintage,
      action: step.action,
      personId: step.by,
      at: `${step.on}T${timeOf[step.action]}:00.000Z`,
      ...changeOf(text, step, step === lastWriting),
    });
  }
  return history;
};

const currentRowOf = (history: readonly Vintage[], first: Vintage): typeof reviewSections.$inferInsert => {
  const { sectionId: id, vintage: version, action: _action, ...record } = history.at(-1) ?? first;
  return { ...record, id, version };
};

/** The sections of one review with all their versions; each starts with the review. */
export const sectionHistoriesOf = (text: ReviewText, opening: Opening, steps: readonly ReviewStep[]) =>
  text.sections.map((section) => {
    const own = steps.filter(({ objective }) => objective === section.objective);
    const history = historyOf(section, opening, own);
    const [first] = history;
    if (first === undefined) throw new Error(`The section ${section.objective} has no history`);
    return { history, current: currentRowOf(history, first) };
  });
