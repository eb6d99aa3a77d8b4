import type { ReviewDocument } from '@fbs/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from './plain-text.ts';
import { reviewToDocx } from './review-docx.ts';
import { indicatorFixture } from './testing/indicator-fixture.ts';
import { all, parsePart, readDocx, textOf } from './testing/read-docx.ts';
import { goalFixture, objectiveFixture, reviewFixture } from './testing/review-fixture.ts';

const nasty = fc.constantFrom(
  ']]>',
  '<w:p>',
  '&amp;',
  '&#0;',
  '<!--',
  '=SUM(A1)',
  '\u0000',
  '\u000b',
  '\u001f',
  '\ud800',
  '\uffff',
  '\u{1f600}',
  '\u{1fffe}',
  'مرحبا',
  '\u202e',
  '"\'',
  '\t',
  '\n',
  '\n\n',
  '\r\n- ',
  '{PAGE}',
  '%1',
);

const anyText = fc
  .array(
    fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 12 })),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''));

/** The words alone: how they are broken into lines and lists is asked elsewhere. */
const squeezed = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''))
    .join('')
    .replace(/\s/g, '');

const withText = (text: string): ReviewDocument => {
  const indicator = indicatorFixture({
    code: '1.1-A',
    name: text,
    definition: { definition: text, limitations: text, unit: text },
    years: {
      2021: { value: '1', target: '2', explanation: text },
      2022: { value: '3', target: '2', explanation: text, note: text },
    },
  });
  const objective = objectiveFixture({
    code: '1.1',
    shortName: text,
    statement: text,
    indicators: [indicator],
    section: {
      narrative: text,
      decisions: text,
      departureReason: text,
      evidence: [{ title: text, url: 'https://example.org/?a=1&b=2' }],
    },
  });
  const goals = [goalFixture({ code: '1', shortName: text, statement: text, objectives: [objective] })];
  const { strategy } = reviewFixture();
  return reviewFixture({ goals, summary: text, strategy: { ...strategy, title: text, acronym: text } });
};

test('whatever is typed, the document is well-formed and says it', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const read = readDocx(await reviewToDocx(withText(text), { sha256: null, product: text }));
      const words = squeezed(text);
      const body = read.text.replace(/\s/g, '');
      expect(body.split(words).length).toBeGreaterThan(words === '' ? 0 : 10);
      const header = textOf(parsePart(read.parts, 'word/header1.xml')).replace(/\s/g, '');
      expect(header).toContain(cleanText(text).replace(/\s/g, ''));
      const picture = all(read.body, 'wp:docPr')[0]?.attributes.descr ?? '';
      expect(picture.replace(/\s/g, '')).toContain(cleanText(text).replace(/\s/g, ''));
    }),
    { numRuns: 20 },
  );
}, 60_000);
