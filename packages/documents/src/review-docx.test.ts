import { reviewDocument } from '@fbs/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { reviewToDocx } from './review-docx.ts';
import { all, type Element, first, parsePart, type Read, readDocx, styleOf, textOf } from './testing/read-docx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const product = 'FBS Performance Dashboard';
let draft: Read;
let final: Read;

beforeAll(async () => {
  draft = readDocx(await reviewToDocx(reviewFixture(), { sha256: null, product }));
  final = readDocx(await reviewToDocx(finalReviewFixture(), { sha256: checksumFixture, product }));
});

const rowOf = (read: Read, code: string, columns: number): readonly string[] => {
  const rows = read.tables.flat().filter((row) => row.length === columns && row[0]?.startsWith(code));
  expect(rows, `${code} in a table of ${columns} columns`).not.toHaveLength(0);
  return rows[0] ?? [];
};

test('the fixtures are reviews by the contract', () => {
  expect(reviewDocument.parse(reviewFixture())).toEqual(reviewFixture());
  expect(reviewDocument.parse(finalReviewFixture())).toEqual(finalReviewFixture());
});

describe('structure', () => {
  test('headings go down one level at a time and are real headings', () => {
    const levels = draft.paragraphs.flatMap(({ style }) => /^Heading(\d)$/.exec(style)?.[1] ?? []).map(Number);
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0), `heading ${index}`).toBeLessThanOrEqual(1);
    });
    expect(new Set(levels)).toEqual(new Set([1, 2, 3]));
  });

  test('the parts stand in the order of the review', () => {
    const headings = draft.paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text);
    expect(headings).toEqual([
      'Strategy and linkage',
      'Summary',
      'Results at a glance',
      'Goal 1: Prosecution',
      'Goal 2: Protection',
      'Data quality',
      'Definitions in force',
      'Method',
      'Sources',
      'Sign-off',
    ]);
  });

  test('every table has one header row that repeats, whole rows, equal columns and a caption', () => {
    const tables = all(draft.body, 'w:tbl');
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => first(row, 'w:tblHeader') !== undefined)).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => first(row, 'w:cantSplit') !== undefined)).toBe(true);
      const columns = all(table, 'w:gridCol').length;
      expect(rows.map((row) => all(row, 'w:tc').length)).toEqual(rows.map(() => columns));
      expect(rows.length).toBeGreaterThan(1);
    }
    const captions = draft.paragraphs.filter(({ style, text }) => style === 'Caption' && text.startsWith('Table'));
    expect(captions.map(({ text }) => /^Table (\d+)\. ./.exec(text)?.[1])).toEqual(tables.map((_, i) => String(i + 1)));
  });

  test('no cells are merged, and no paragraph or cell is empty', () => {
    const xml = draft.parts.get('word/document.xml') ?? '';
    expect(xml).not.toMatch(/w:gridSpan|w:vMerge|w:hMerge/);
    const empty = all(draft.body, 'w:p').filter(
      (one) => textOf(one).trim() === '' && !first(one, 'w:drawing') && !first(one, 'w:fldChar'),
    );
    expect(empty.map(styleOf)).toEqual([]);
  });

  test('lists are real lists, and links real links', () => {
    const item = all(draft.body, 'w:p').find((one) => textOf(one).startsWith('New curriculum'));
    expect(item && first(item, 'w:numPr')).toBeDefined();
    const rels = parsePart(draft.parts, 'word/_rels/document.xml.rels');
    const targets = all(rels, 'Relationship').map(({ attributes }) => attributes.Target);
    expect(targets).toContain('https://www.state.gov/report?year=2022&part=1');
    expect(all(draft.body, 'w:hyperlink').map(textOf)).toContain('Program report 2022†');
  });

  test('what is no web address stays text', async () => {
    const evidence = [{ title: 'Harmful', url: 'javascript:alert(1)' }];
    const review = reviewFixture();
    const goals = review.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((one) => ({ ...one, section: { ...one.section, evidence } })),
    }));
    const read = readDocx(await reviewToDocx({ ...review, goals }, { sha256: null, product }));
    expect(read.text).toContain('Harmful');
    expect([...read.parts.values()].some((xml) => xml.includes('javascript:'))).toBe(false);
  });

  test('every picture has an alternative text with its figures', () => {
    const pictures = all(draft.body, 'wp:docPr').map(({ attributes }) => attributes.descr ?? '');
    expect(pictures).toHaveLength(all(draft.body, 'w:drawing').length);
    expect(pictures).toHaveLength(4);
    for (const words of pictures) expect(words).toMatch(/^Column chart from 0: \S+ .*FY 2022: .*\.$/);
    expect(pictures[0]).toContain('FY 2022: 10,412 (illustrative), target 9,000 (illustrative)');
  });

  test('language, title, letter paper and page numbers are set', () => {
    const styles = parsePart(draft.parts, 'word/styles.xml');
    expect(first(styles, 'w:lang')?.attributes['w:val']).toBe('en-US');
    const core = parsePart(draft.parts, 'docProps/core.xml');
    const title = (read: Element): string => textOf(first(read, 'dc:title') ?? read);
    expect(title(core)).toBe('Annual review FY 2022, Functional Bureau Strategy 2018-2022 (DRAFT)');
    expect(first(draft.body, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '12240', 'w:h': '15840' });
    const footer = draft.parts.get('word/footer1.xml') ?? '';
    expect(footer).toMatch(/>PAGE</);
    expect(footer).toMatch(/>NUMPAGES</);
  });

  test('the contents name every goal and objective with a page', () => {
    const entries = draft.paragraphs.filter(({ style }) => style.startsWith('TOC')).map(({ text }) => text);
    expect(entries).toContainEqual(expect.stringMatching(/^\s*Objective 2\.1: Identification\t\d+$/));
    expect(entries).toContainEqual(expect.stringMatching(/^\s*Sign-off\t\d+$/));
  });

  test('the font travels with the document', () => {
    expect(draft.parts.get('word/fontTable.xml')).toMatch(/w:name="Public Sans".*w:embedRegular.*w:embedBold/);
  });
});

describe('draft and final', () => {
  test('a draft says so in title, header, footer and sign-off', () => {
    const runningHeads = ['word/header1.xml', 'word/footer1.xml'].map((name) => textOf(parsePart(draft.parts, name)));
    for (const words of runningHeads) expect(words).toContain('DRAFT');
    expect(draft.paragraphs.find(({ style }) => style === 'Title')?.text).toBe('Annual review FY 2022 DRAFT');
    expect(draft.text).toContain('This review is not signed off; it has no checksum.');
  });

  test('what is final says who signed, when, and the checksum, and nowhere DRAFT', () => {
    expect(final.text).toContain(`SHA-256\t${checksumFixture}`);
    expect(final.text).toContain('R. Reviewer on Oct. 20, 2023, 16:30 UTC');
    expect(textOf(parsePart(final.parts, 'word/footer1.xml'))).toContain(checksumFixture);
    for (const [name, xml] of final.parts) expect(xml, name).not.toContain('DRAFT');
  });

  test('a draft never prints a checksum', async () => {
    const read = readDocx(await reviewToDocx(reviewFixture(), { sha256: checksumFixture, product }));
    expect([...read.parts.values()].some((xml) => xml.includes(checksumFixture))).toBe(false);
  });
});

describe('figures', () => {
  test('a rated indicator shows baseline, targets, value and rating', () => {
    const row = rowOf(draft, '1.2-D', 6);
    expect(row[0]).toContain('FY 2022, people, higher is better, proposed indicator');
    expect(row.slice(1)).toEqual(['5,200\nFY 2017', '9,000†', 'Not revised', '10,412†', '▲ Above target']);
    expect(rowOf(draft, '1.2-D', 3)[1]).toBe(
      '10,412 is 15.7% above the target of 9,000; higher is better; beyond the 10% band: above target.†',
    );
  });

  test('a revised target stands beside the initial one and says when it was known too well', () => {
    const row = rowOf(draft, '1.2-E', 6);
    expect(row.slice(2)).toEqual(['24', '20\nrevised after the result was known', '21\nrestated', '✓ On target']);
    const notes = rowOf(draft, '1.2-E', 3)[2];
    expect(notes).toContain(
      'Target revised from 24 to 20 on Dec. 1, 2022 by R. Reviewer: Two countries left the program.',
    );
    expect(notes).toContain('Revised after the result was known.');
    expect(notes).toContain('Corrected from 19 to 21');
  });

  test.each([
    ['2.1-A', 'Not due', '○ Not rated: not due'],
    ['2.1-B', 'Not reported', '○ Not rated: not reported'],
    ['2.1-C', 'Not applicable', '○ Not rated: not applicable'],
    ['2.1-D', '0 (draft)', '▼ Below target'],
    ['2.1-E', '52 (submitted)', '↗ Improved, target not met'],
    ['2.1-F', '81.5% (returned)', '▼ Below target'],
    ['2.1-G', 'done', '✓ On target'],
    ['2.1-H', 'In words, see below', '✓ On target'],
    ['2.1-I', '14', '○ Not rated: no target'],
  ])('%s reads "%s" and is rated "%s"', (code, value, rating) => {
    expect(rowOf(draft, code, 6).slice(4)).toEqual([value, rating]);
  });

  test('reasons stand beside what is missing', () => {
    expect(rowOf(draft, '2.1-A', 3)[2]).toBe('Due on Nov. 30, 2022.');
    expect(rowOf(draft, '2.1-C', 3)[2]).toContain('Not applicable: No guideline was due for evaluation');
    expect(rowOf(draft, '2.1-E', 3)[2]).toBe('Explanation missing.');
    expect(rowOf(draft, '2.1-I', 3)[2]).toContain('No target: The network began this year');
  });

  test('context stands in a table of its own, with its change and its restatement', () => {
    const row = rowOf(draft, '1.2-A', 5);
    expect(row.slice(1, 4)).toEqual(['15,159\nrestated', '10,572\nCY 2021', '+4,587\n+43.4%']);
    expect(row[4]).toContain('Restated from 15,150† to 15,159 on June 24, 2023');
    expect(draft.tables.flat().filter(([code, ...rest]) => code?.startsWith('1.2-A') && rest.length === 5)).toEqual([]);
  });

  test('what was worked out is rounded, what was reported is not', () => {
    const row = rowOf(draft, '1.2-C', 5);
    expect(row.slice(1, 4)).toEqual(['13.0%', '11.2%\nFY 2021', '+1.7 percentage points']);
  });

  test('results are counted by rating, with the year before', () => {
    const goals = draft.tables[0] ?? [];
    expect(goals[1]?.slice(1)).toEqual(['1', '1', '0', '0', '0', '2 of 2', '2 of 2', '+1']);
    expect(goals.at(-1)?.[0]).toBe('Whole strategy');
    expect(goals.at(-1)?.at(-1)).toBe('+1');
  });

  test('texts and figures that were invented carry the mark, and the others do not', () => {
    expect(draft.text).toContain('Figures marked † are illustrative: invented for evaluation.');
    for (const marked of [
      'On track†',
      'Two languages†',
      'moved to online courses.†',
      '4,310†',
      'Agreed with three of five partners.†',
    ]) {
      expect(draft.text, marked).toContain(marked);
    }
    expect(draft.text).toContain('Opened after the FY 2021 review.\nA. Officer, ');
    expect(rowOf(draft, '1.2-E', 6).join()).not.toContain('†');
    expect(draft.tables.flat()).toContainEqual(['Sex', 'Women', '4,310†', '41.4%†']);
  });

  test('nothing is said of illustrative figures where there are none', async () => {
    const review = finalReviewFixture();
    const read = readDocx(
      await reviewToDocx({ ...review, goals: [], illustrative: { figures: 0, texts: 0 } }, { sha256: null, product }),
    );
    expect(read.text).not.toContain('†');
  });

  test('an objective shows its wording, assessment, reason, actions and what is not there', () => {
    expect(draft.text).toContain('In the outline of the strategy: “Build capacity of foreign law enforcement');
    expect(draft.text).toContain('The counts suggest: noteworthy progress (met 2 of 2 rated, 1 of them above target).');
    expect(draft.text).toContain('Why not the suggestion: One of the targets was lowered');
    expect(draft.text).toContain('Carried from FY 2021');
    expect(draft.text).toContain(
      'Not recorded for this objective: corrective actions, programming and funding decisions, evidence.',
    );
    expect(draft.text).toContain('This objective has no performance indicator.');
  });

  test('evidence names links with their site, and files with name, type, size and checksum', () => {
    expect(draft.text).toContain('Program report 2022† (www.state.gov)');
    const sha256 = '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';
    expect(draft.text).toContain('Award reports† (grants 2022.csv, CSV, 24 kB)');
    expect(draft.text).toContain(`SHA-256 ${sha256}`);
  });

  test('the linkage is quoted with its source', () => {
    expect(draft.text).toContain(
      '“counter[ing] instability, transnational crime, and violence that threatens U.S. interests”',
    );
    expect(draft.text).toContain('JSP Goal 1.3, as quoted in: Functional Bureau Strategy');
    expect(draft.text).toContain('direct (Joint Strategic Plan FY 2018-2022): “aligning directly with goal 1.3');
  });

  test('data quality, sources and their verification are printed', () => {
    expect(rowOf(draft, '1.2-D', 4)[1]).toBe('2 of 5');
    expect(final.tables.flat()).toContainEqual(['Oct. 20, 2023, 16:30 UTC', 'Signed off', 'R. Reviewer', 'None given']);
    expect(draft.tables.flat()).toContainEqual(['TIP Report, 2024 edition', 'Secondary', '2']);
  });
});
