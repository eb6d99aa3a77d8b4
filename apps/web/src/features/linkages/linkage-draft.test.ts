import { expect, test } from 'vitest';
import { bodyOf, differences, draftOf, findInDraft, linkageName } from './linkage-draft.ts';
import { linkagesExample } from './testing/linkages-example.ts';

const [linkage] = linkagesExample.linkages;
if (linkage === undefined) throw new Error('the example has no linkage');

test('a linkage goes through the form unchanged', () => {
  const { subject, framework, element, strength, quote, summary } = linkage;
  expect(bodyOf(draftOf(linkage))).toEqual({ subject, framework, element, strength, quote, summary });
});

test('what is missing is said, and a reason only where a signed review asks for one', () => {
  const empty = { ...draftOf(linkage), subject: '', element: '', strength: null };
  expect(Object.keys(findInDraft(empty, true, ' '))).toEqual(['subject', 'element', 'strength', 'reason']);
  expect(findInDraft(draftOf(linkage), false, '')).toEqual({});
  expect(findInDraft(draftOf(linkage), true, 'Reread.')).toEqual({});
});

test('two versions are told apart where they say something else', () => {
  const mine = { ...draftOf(linkage), strength: 'enabling' as const, quote: `${linkage.quote} ` };
  expect(differences(mine, draftOf(linkage))).toEqual([{ what: 'Strength', mine: 'Enabling', theirs: 'Direct' }]);
});

test('a linkage is named by what it joins', () => {
  expect(linkageName({ ...linkage, elementLabel: 'JSP Goal 1.3' })).toBe('goal 1 to JSP Goal 1.3');
});
