import type { DocumentObjective, EvidenceFile, ReviewDocument } from '@fbs/contract';
import { fileWords } from '@fbs/core';
import { fiscalYearWords } from '../day-words.ts';
import { marked } from '../figure-words.ts';
import { type Block, bullets, heading, link, type Piece, paragraph, richText } from './blocks.ts';
import { breakdownTables } from './breakdown-tables.ts';
import { chartBlocks } from './charts.ts';
import { correctiveActionsTable } from './corrective-actions.ts';
import { contextTable, performanceTables } from './indicator-tables.ts';
import { objectiveLinkages } from './linkages.ts';
import { isWritten, outlineNote, textOr } from './statements.ts';

type Part = Block[];

const assessmentPart = ({ section, suggestion }: DocumentObjective, { method }: ReviewDocument): Part => {
  const { assessment, departureReason, illustrative } = section;
  const names = method.assessmentNames;
  const verdict = assessment === null ? 'Not yet assessed' : marked(names[assessment], illustrative);
  const departs = assessment !== null && assessment !== suggestion.assessment;
  const reason = isWritten(departureReason) ? departureReason : 'no reason is given yet.';
  return [
    heading(3, 'Assessment'),
    paragraph('Verdict', verdict),
    paragraph('Note', `The counts suggest: ${names[suggestion.assessment].toLowerCase()} (${suggestion.sentence}).`),
    ...(departs ? richText(reason, illustrative, 'Why not the suggestion:') : []),
  ];
};

const indicatorsPart = ({ code, indicators }: DocumentObjective, year: number): Part => {
  const performance = indicators.filter((indicator) => indicator.definition.role === 'performance');
  const context = indicators.filter((indicator) => indicator.definition.role === 'context');
  return [
    heading(3, 'Performance indicators'),
    ...performanceTables(code, year, performance),
    ...performance.flatMap(chartBlocks),
    ...(context.length === 0 ? [] : [heading(3, 'Context indicators'), ...contextTable(code, context)]),
  ];
};

const actionsPart = ({ code, actions }: DocumentObjective): Part =>
  actions.length === 0 ? [] : [heading(3, 'Corrective actions'), ...correctiveActionsTable(code, actions)];

const decisionsPart = ({ section: { decisions, illustrative } }: DocumentObjective): Part =>
  isWritten(decisions) ? [heading(3, 'Programming and funding decisions'), ...richText(decisions, illustrative)] : [];

/** A printed page shows no address behind a link: its site at least is named. */
const siteOf = (url: string): string[] => (URL.canParse(url) ? [` (${new URL(url).host})`] : []);

/** A file is told by its checksum: whoever holds it can see whether it is the one that was meant. */
const filePieces = ({ title, fileName, fileType, size, sha256 }: EvidenceFile, illustrative: boolean): Piece[] => [
  `${marked(title, illustrative)} (${fileName === title ? '' : `${fileName}, `}${fileWords({ fileType, size })})`,
  { text: `SHA-256 ${sha256}`, small: true, newLine: true },
];

const evidencePart = ({ section: { evidence, files = [], illustrative } }: DocumentObjective): Part =>
  evidence.length + files.length === 0
    ? []
    : [
        heading(3, 'Evidence'),
        ...bullets([
          ...evidence.map(({ title, url }) => [link(marked(title, illustrative), url), ...siteOf(url)]),
          ...files.map((file) => filePieces(file, illustrative)),
        ]),
      ];

const breakdownsPart = ({ indicators }: DocumentObjective): Part => {
  const tables = breakdownTables(indicators);
  return tables.length === 0 ? [] : [heading(3, 'Breakdowns'), ...tables];
};

/** One sentence for what is not there, instead of a heading for each. */
const absencesNote = ({ actions, section }: DocumentObjective): Part => {
  const absent = [
    ...(actions.length === 0 ? ['corrective actions'] : []),
    ...(isWritten(section.decisions) ? [] : ['programming and funding decisions']),
    ...(section.evidence.length + (section.files ?? []).length === 0 ? ['evidence'] : []),
  ];
  return absent.length === 0 ? [] : [paragraph('NoteKept', `Not recorded for this objective: ${absent.join(', ')}.`)];
};

const clearanceNote = ({ section: { submittedBy, clearedBy } }: DocumentObjective): Part => {
  const submitted = submittedBy === null ? 'Not yet submitted' : `Submitted by ${submittedBy}`;
  const cleared = clearedBy === null ? 'not yet cleared' : `cleared by ${clearedBy}`;
  return [paragraph('Note', `${submitted}; ${cleared}.`)];
};

export const objectivePart = (objective: DocumentObjective, document: ReviewDocument): Part => {
  const { code, shortName, statement, outlineStatement, section } = objective;
  const narrativeMissing = 'The progress narrative is not written yet.';
  return [
    heading(2, `Objective ${code}: ${shortName}`),
    paragraph('Statement', statement),
    ...outlineNote(statement, outlineStatement),
    ...objectiveLinkages(objective, document),
    ...assessmentPart(objective, document),
    heading(3, `Progress in ${fiscalYearWords(document.year)}`),
    ...textOr(section.narrative, narrativeMissing, section.illustrative),
    ...indicatorsPart(objective, document.year),
    ...actionsPart(objective),
    ...decisionsPart(objective),
    ...evidencePart(objective),
    ...breakdownsPart(objective),
    ...absencesNote(objective),
    ...clearanceNote(objective),
  ];
};
