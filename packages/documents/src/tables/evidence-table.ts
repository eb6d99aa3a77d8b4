import type { DocumentObjective, EvidenceFile, ReviewDocument } from '@fbs/contract';
import { evidenceFileKinds, evidenceFileTypes } from '@fbs/core';
import { objectivesOf } from './document-rows.ts';
import { column, needed, ofObjective, type Table, tableOf } from './table.ts';

type Evidence = {
  readonly objective: string;
  readonly number: number;
  readonly title: string;
  readonly url: string | null;
  readonly file: EvidenceFile | null;
};

const evidenceOf = ({ code, section: { evidence, files = [] } }: DocumentObjective): Evidence[] =>
  [
    ...evidence.map(({ title, url }) => ({ title, url, file: null })),
    ...files.map((file) => ({ title: file.title, url: null, file })),
  ].map((each, index) => ({ ...each, objective: code, number: index + 1 }));

const fileTypeLabels = Object.fromEntries(evidenceFileTypes.map((type) => [type, evidenceFileKinds[type].label]));

/** One row for each link and each file. */
export const evidenceTable = (document: ReviewDocument): Table =>
  tableOf<Evidence>(
    {
      name: 'evidence',
      title: 'Evidence',
      description: 'Links and files that the sections of the review rest on. The files themselves stay in the service.',
      key: ['objective', 'number'],
      foreignKeys: [ofObjective],
      columns: [
        column('objective', 'Objective', 'text', 'Code of the objective', (row) => row.objective, needed),
        column('number', 'Number', 'integer', 'Place in the list', (row) => row.number, needed),
        column('title', 'Title', 'text', 'What it is', (row) => row.title, needed),
        column('url', 'Address', 'text', 'Of a link: where it is', (row) => row.url),
        column('file_name', 'File', 'text', 'Of a file: its name', (row) => row.file?.fileName ?? null),
        column(
          'file_type',
          'Type',
          'text',
          'Of a file: recognized from what it holds',
          (row) => row.file?.fileType ?? null,
          { words: fileTypeLabels },
        ),
        column('size', 'Bytes', 'integer', 'Of a file: its size in bytes', (row) => row.file?.size ?? null),
        column('sha256', 'SHA-256', 'text', 'Of a file: its checksum', (row) => row.file?.sha256 ?? null),
      ],
    },
    objectivesOf(document).flatMap(({ objective }) => evidenceOf(objective)),
  );
