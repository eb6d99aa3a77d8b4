import type { ReviewDocument } from '@fbs/contract';
import { instantWords } from '../day-words.ts';
import type { ExportOptions } from '../export-options.ts';
import { palette } from '../palette.ts';
import { type Block, caption, checksumFact, colored, fact, heading, paragraph } from './blocks.ts';
import { type Cell, type Column, dataTable } from './data-table.ts';
import { capitalized, isWritten } from './statements.ts';

const columns: Column[] = [
  { head: 'When', width: 2_500 },
  { head: 'What', width: 2_200 },
  { head: 'Who', width: 2_200 },
  { head: 'Reason', width: 2_748 },
];

const rowOf = ({ action, person, at, reason }: ReviewDocument['history'][number]): Cell[] => [
  instantWords(at),
  capitalized(action.replaceAll('_', ' ')),
  person,
  isWritten(reason) ? reason : 'None given',
];

const signature = ({ draft, number, signOff }: ReviewDocument, sha256: string | null): Block[] => {
  if (draft || signOff === null) {
    return [
      paragraph('DraftNotice', colored('DRAFT.', palette.alarm), ' This review is not signed off; it has no checksum.'),
    ];
  }
  return [
    fact('Signed off by', signOff.person),
    fact('Signed off on', instantWords(signOff.at)),
    fact('Version', String(number)),
    checksumFact(sha256),
    paragraph(
      'Note',
      'With the sign-off every figure, definition, target and rating of this review was frozen. This paper was made from that record; the checksum is that of the record, not of this file.',
    ),
  ];
};

export const signOffPart = (document: ReviewDocument, { sha256, product }: ExportOptions): Block[] => [
  heading(1, 'Sign-off', true),
  ...signature(document, sha256),
  ...(document.history.length === 0
    ? []
    : [caption('Table', 'History of this review'), dataTable(columns, document.history.map(rowOf))]),
  // a comparison of versions is made by nobody in particular
  ...(product === '' ? [] : [paragraph('Note', `Made with ${product}.`)]),
];
