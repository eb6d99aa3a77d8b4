import type { ReviewDocument } from '@fbs/contract';
import { ratingLabels, ratings } from '@fbs/core';
import { ratingColors } from '../palette.ts';
import { ratingSymbols } from '../rating-marks.ts';
import { type Block, bullets, caption, heading, type Paragraph, paragraph, strong, symbol } from './blocks.ts';
import { type Column, dataTable } from './data-table.ts';

const columns: Column[] = [
  { head: 'Direction', width: 2_000 },
  { head: 'How the rating follows', width: 7_648 },
];

const directionRows = (threshold: string): string[][] => [
  [
    'Higher or lower is better',
    `More than ${threshold}% better than the target: above target. From the target to ${threshold}% better: on target. Target not met, but better than the year before (or, without one, the baseline): improved, target not met. Otherwise: below target.`,
  ],
  ['Target of 0', 'No percentage is worked out: better than 0 is above target, 0 is on target; otherwise as above.'],
  [
    'To be kept',
    'Within the tolerance: on target. Nearer to the target than before: improved, target not met. Otherwise: below target.',
  ],
  [
    'To stay within a range',
    'Inside the range: on target. Nearer to it than before: improved, target not met. Otherwise: below target.',
  ],
  ['Milestone', 'Done: on target. Not done after the due date: below target.'],
  ['Narrative', 'A person chooses the rating and explains it in words.'],
  ['Monitored only', 'Not rated.'],
];

const meanings = {
  above_target: 'met with a margin.',
  on_target: 'met.',
  improved_target_not_met: 'missed, but better than before.',
  below_target: 'missed, and not better than before.',
  not_rated: 'with the reason: no target, not due, not reported, not applicable, new indicator, or monitored only.',
} as const;

const suggestionParagraph = ({ assessmentNames: names }: ReviewDocument['method']): Paragraph =>
  paragraph(
    'Normal',
    strong('Assessments. '),
    `The counts of an objective suggest its assessment. Nothing rated: ${names.not_rated.toLowerCase()}. All met and at least one above target: ${names.noteworthy_progress.toLowerCase()}. Fewer than half met: ${names.focus_area.toLowerCase()}. Otherwise: ${names.on_track.toLowerCase()}. A person decides, and gives the reason for another choice.`,
  );

export const methodPart = ({ method }: ReviewDocument): Block[] => [
  heading(1, 'Method'),
  paragraph(
    'Normal',
    `One rule rates every performance indicator. It works with exact decimals and compares the value with the target in percent of the target; a difference of more than ${method.threshold}% has to be explained, as has every missed target.`,
  ),
  ...bullets(
    ratings.map((rating) => [
      symbol(`${ratingSymbols[rating]} `, ratingColors[rating]),
      strong(`${ratingLabels[rating]}: `),
      meanings[rating],
    ]),
  ),
  paragraph(
    'Normal',
    strong('Counts, never averages. '),
    'Results are rolled up by counting performance indicators: met of rated, reported of due. Percentages of different indicators are never averaged, and nothing is cut off at 0% or 100%.',
  ),
  paragraph(
    'Normal',
    strong('Missing is not zero. '),
    'A figure that is not due, not reported or not applicable says so in words. Zero is a value.',
  ),
  paragraph(
    'Normal',
    strong('Targets. '),
    'The initial target stays beside the revised one, with reason, person and date. A revision made after the result was known is marked as such.',
  ),
  suggestionParagraph(method),
  caption('Table', 'How a rating follows from value and target'),
  dataTable(columns, directionRows(method.threshold)),
];
