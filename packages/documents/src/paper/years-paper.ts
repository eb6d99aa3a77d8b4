import type { DocumentIndicator, DocumentObjective, ReviewDocument } from '@fbs/contract';
import { ratings } from '@fbs/core';
import { fiscalYearWords, instantWords } from '../day-words.ts';
import { targetWords, valueWords } from '../figure-words.ts';
import { palette, ratingColors } from '../palette.ts';
import { type PaperLook, plainLook } from '../paper-look.ts';
import { cleanDeep, singleLine } from '../plain-text.ts';
import { ratingPhrase, ratingSymbols } from '../rating-marks.ts';
import { objectivesOf } from '../tables/document-rows.ts';
import { atAGlance, type ReviewOfYear } from '../tables/years-tables.ts';
import { type Block, caption, colored, fact, heading, paragraph, richText, run, strong, symbol } from './blocks.ts';
import { type Cell, type Column, dataTable, line } from './data-table.ts';
import { countOf, ratingHead } from './results-at-a-glance.ts';
import { type Paper, withLevels } from './review-paper.ts';
import { capitalized, isWritten } from './statements.ts';
import { contents, coverBlocks, sealBlocks, titleBlock } from './title-page.ts';
import { assessmentWords, draftsAmong, versionWords, yearsTitle } from './years-words.ts';

type Year = ReviewDocument;

const right = { right: true } as const;

const yearTable = (documents: readonly Year[]): Block[] => {
  const columns: Column[] = [
    { head: 'Year', width: 850 },
    ...ratings.map((rating): Column => ({ head: ratingHead(rating), width: 880, ...right })),
    { head: 'Met of rated', width: 860, ...right },
    { head: 'Reported of due', width: 950, ...right },
    { head: 'Review', width: 3_000 },
  ];
  const rows = documents.map((document): Cell[] => {
    const counts = document.rollUp;
    return [
      fiscalYearWords(document.year),
      ...ratings.map((rating) => String(countOf[rating](counts))),
      `${counts.met} of ${counts.rated}`,
      `${counts.reported} of ${counts.due}`,
      capitalized(versionWords(document)),
    ];
  });
  return [caption('Table', 'Performance indicators by year and rating'), dataTable(columns, rows, true)];
};

const objectiveOf = (document: Year, code: string): DocumentObjective | undefined =>
  objectivesOf(document).find(({ objective }) => objective.code === code)?.objective;

const assessmentTable = (documents: readonly Year[], whole: Year): Block[] => [
  caption('Table', 'Assessments of the objectives by year'),
  dataTable(
    [
      { head: 'Objective', width: 2_400 },
      ...documents.map(({ year }): Column => ({ head: fiscalYearWords(year), width: 1_450 })),
    ],
    objectivesOf(whole).map(({ objective: { code, shortName } }) => [
      `${code} ${shortName}`,
      ...documents.map((document) => assessmentWords(document, code)),
    ]),
    true,
  ),
];

const indicatorIn = (document: Year, objective: string, code: string): DocumentIndicator | undefined =>
  objectiveOf(document, objective)?.indicators.find((indicator) => indicator.code === code);

/** The figure as its review has it; where a later review has another one, that one too. */
const yearCell = (documents: readonly Year[], at: number, objective: string, code: string): Cell => {
  const own = documents[at] && indicatorIn(documents[at], objective, code);
  if (own === undefined) return 'Not defined';
  const { entry, definition } = own;
  const target = targetWords(entry.target, definition);
  const { rating, reason } = entry.rating;
  const small = { right: true, style: 'TableSmall' } as const;
  const lines = [
    line([strong(valueWords(entry, definition))], right),
    line(target === null ? 'no target' : `target ${target}`, small),
    ...(definition.role === 'performance'
      ? [line([symbol(`${ratingSymbols[rating]} `, ratingColors[rating]), run(ratingPhrase(rating, reason))], small)]
      : []),
  ];
  const later = documents
    .slice(at + 1)
    .flatMap((document) => indicatorIn(document, objective, code)?.years ?? [])
    .findLast(({ year, value }) => year === entry.year && value !== null);
  if (later === undefined || later.value === entry.value) return lines;
  return [...lines, line(`later restated: ${valueWords(later, definition)}`, small)];
};

const figuresTable = (documents: readonly Year[], { code, shortName, indicators }: DocumentObjective): Block[] => {
  if (indicators.length === 0) return [paragraph('Note', 'This objective has no indicator.')];
  const rows = indicators.map(({ code: indicator, definition }): Cell[] => [
    [
      line([strong(`${indicator} `), run(definition.name)]),
      line(`${definition.unit}${definition.role === 'context' ? ', context' : ''}`, { style: 'TableSmall' }),
    ],
    ...documents.map((_, at) => yearCell(documents, at, code, indicator)),
  ]);
  const years = documents.map(({ year }): Column => ({ head: fiscalYearWords(year), width: 1_400, ...right }));
  return [
    caption('Table', `Results of objective ${code} (${shortName}) by year`),
    dataTable([{ head: 'Indicator', width: 2_600 }, ...years], rows),
  ];
};

const narratives = (documents: readonly Year[], code: string): Block[] =>
  documents.flatMap((document) => {
    const section = objectiveOf(document, code)?.section;
    if (!section || !isWritten(section.narrative)) return [];
    const name = `${fiscalYearWords(document.year)}: ${assessmentWords(document, code)}`;
    return [heading(3, name), ...richText(section.narrative, section.illustrative)];
  });

const goalPart = (documents: readonly Year[], goal: Year['goals'][number]): Block[] => [
  heading(1, `Goal ${goal.code}: ${goal.shortName}`, true),
  paragraph('Statement', goal.statement),
  ...goal.objectives.flatMap((objective) => [
    heading(2, `Objective ${objective.code}: ${objective.shortName}`),
    paragraph('Statement', objective.statement),
    ...figuresTable(documents, objective),
    ...narratives(documents, objective.code),
  ]),
];

const sourcesPart = (reviews: readonly ReviewOfYear[]): Block[] => [
  heading(1, 'The reviews behind this paper', true),
  paragraph('Normal', 'Every figure and text stands as the review of its year has it; a draft may still change.'),
  caption('Table', 'Reviews, versions and checksums'),
  dataTable(
    [
      { head: 'Year', width: 1_000 },
      { head: 'Review', width: 3_400 },
      { head: 'SHA-256 of its record', width: 5_200 },
    ],
    reviews.map(({ document, sha256 }) => [
      fiscalYearWords(document.year),
      capitalized(versionWords(document)),
      sha256 === null ? 'None: not signed' : [line([{ text: sha256, small: true }])],
    ]),
  ),
];

type TitlePage = {
  readonly last: Year;
  readonly title: string;
  readonly drafts: string | null;
  readonly look: PaperLook;
};

const titlePage = ({ last, title, drafts, look }: TitlePage): Block[] => [
  ...sealBlocks(look),
  paragraph('Cover', last.strategy.parent),
  paragraph('Overline', `${last.strategy.organization} (${last.strategy.acronym})`),
  titleBlock(title, drafts !== null),
  paragraph('Subtitle', last.strategy.title),
  ...coverBlocks(look),
  ...(drafts === null
    ? []
    : [paragraph('DraftNotice', colored('DRAFT.', palette.alarm), ` Not signed off: ${drafts}.`)]),
  fact('Date', `As of ${instantWords(last.asOf)}`),
  ...(isWritten(last.strategy.vision) ? [fact('Vision', last.strategy.vision)] : []),
  ...(last.illustrative.figures + last.illustrative.texts === 0
    ? []
    : [paragraph('Notice', strong('Figures and texts marked † are illustrative: invented for evaluation.'))]),
];

/** All years of a strategy in one paper: "2018-2022 at a glance". `given` holds one review a year, oldest first. */
export const yearsPaper = (given: readonly ReviewOfYear[], product: string, look: PaperLook = plainLook): Paper => {
  const reviews = cleanDeep(given);
  const documents = reviews.map(({ document }) => document);
  const whole = atAGlance(documents);
  const { strategy } = whole;
  const drafts = draftsAmong(documents);
  const title = yearsTitle(whole);
  return {
    title: singleLine(`${strategy.title}: ${title}${drafts === null ? '' : ' (DRAFT)'}`),
    subject: `${strategy.organization}: results and assessments of all years`,
    organization: strategy.organization,
    product,
    keywords: 'strategy review, performance',
    description: `Made with ${product}`,
    draft: drafts !== null,
    asOf: whole.asOf,
    head: `${title}, ${strategy.title}`,
    foot: strategy.acronym,
    checksum: null,
    wordFont: look.wordFont,
    blocks: withLevels([
      ...titlePage({ last: whole, title, drafts, look }),
      ...contents(),
      heading(1, 'Results by year', true),
      ...yearTable(documents),
      ...assessmentTable(documents, whole),
      ...whole.goals.flatMap((goal) => goalPart(documents, goal)),
      ...sourcesPart(reviews),
    ]),
  };
};
