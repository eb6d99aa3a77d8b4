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

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** As it stands in a title or a name: on one line. */
const asLine = (text: string): string => squeezed(cleanText(text));

/** As it stands where people write at length: the dash of a list item has become its bullet. */
const asBlocks = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => squeezed(line.trim().replace(/^- /, '')))
    .join('');

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
      files: [{ title: text, fileName: `${text}.txt`, fileType: 'text', size: 12, sha256: 'a'.repeat(64) }],
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
      const body = squeezed(read.text);
      if (asLine(text) !== '') {
        expect(body.split(asLine(text)).length).toBeGreaterThan(6);
        expect(body.split(asBlocks(text)).length).toBeGreaterThan(6);
      }
      expect(squeezed(textOf(parsePart(read.parts, 'word/header1.xml')))).toContain(asLine(text));
      expect(squeezed(all(read.body, 'wp:docPr')[0]?.attributes.descr ?? '')).toContain(asLine(text));
    }),
    { numRuns: 20, examples: [['!\r\n- !'], ['- '], ['\ud800'], [']]>&#0;<w:p/>']] },
  );
}, 60_000);
