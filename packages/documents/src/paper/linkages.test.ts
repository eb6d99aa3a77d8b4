import { expect, test } from 'vitest';
import type { DocumentLinkage } from '../tables/document-rows.ts';
import { reviewFixture } from '../testing/review-fixture.ts';
import { objectiveLinkages } from './linkages.ts';

const review = reviewFixture();
const objective = review.goals[0]?.objectives.find(({ indicators }) => indicators.length > 0);
if (objective === undefined) throw new Error('the fixture has no objective with an indicator');
const indicator = objective.indicators[0]?.code ?? '';

const linkage = (kind: DocumentLinkage['subject']['kind'], code: string, quote: string): DocumentLinkage => ({
  id: `${kind} ${code}`,
  subject: { kind, code },
  framework: 'JSP-2018-2022',
  frameworkTitle: 'Joint Strategic Plan',
  element: '1.3',
  elementLabel: 'JSP Goal 1.3',
  strength: 'supporting',
  quote,
  summary: null,
});

test('an objective names what it and its indicators are linked to by themselves, and nothing of others', () => {
  const linkages = [
    linkage('goal', '1', 'of the goal'),
    linkage('objective', objective.code, 'of the objective'),
    linkage('indicator', indicator, 'of the indicator'),
    linkage('objective', '9.9', 'of another'),
  ];
  const words = JSON.stringify(objectiveLinkages(objective, { ...review, linkages }));
  expect(words).toContain('of the objective');
  expect(words).toContain(`Indicator ${indicator}: `);
  expect(words).toContain('of the indicator');
  expect(words).not.toMatch(/of the goal|of another/);
});

test('an objective without a linkage of its own says nothing, also in a review signed before they were kept', () => {
  expect(objectiveLinkages(objective, { ...review, linkages: [] })).toEqual([]);
  const { linkages: _linkages, ...earlier } = review;
  expect(objectiveLinkages(objective, earlier)).toEqual([]);
});
