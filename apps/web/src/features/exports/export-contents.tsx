import { formatInstant, formatYear, plural } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ExportOutline } from './exports-queries.ts';

type Table = ExportOutline['tables'][number];

const columns: readonly Column<Table>[] = [
  { key: 'title', head: 'Table', cell: ({ title }) => title },
  { key: 'description', head: 'What it holds', cell: ({ description }) => description },
  { key: 'rows', head: 'Rows', align: 'end', cell: ({ rows }) => rows.toLocaleString('en-US') },
];

const careOf = (outline: ExportOutline): string[] =>
  [
    outline.illustrativeValues > 0 &&
      `${plural(outline.illustrativeValues, 'illustrative value')}, invented for evaluation`,
    outline.illustrativeTargets > 0 && plural(outline.illustrativeTargets, 'illustrative target'),
    outline.restated > 0 && plural(outline.restated, 'restated value'),
    outline.revisedAfterResult > 0 &&
      `${plural(outline.revisedAfterResult, 'target')} revised after the result was known`,
  ].filter((words) => words !== false);

/** Of what and of when the files are. */
const Standing = ({ outline }: { outline: ExportOutline }) =>
  outline.draft ? (
    <Notice kind="warning" title={`Draft of version ${outline.version}`}>
      {`The files say DRAFT, and how ${formatYear(outline.year)} stands now. They carry no checksum: it comes with the sign-off.`}
    </Notice>
  ) : (
    <dl className="export__facts">
      <dt>Version</dt>
      <dd>{`${outline.version}, signed ${formatInstant(outline.asOf)} UTC`}</dd>
      <dt>SHA-256</dt>
      <dd className="export__checksum">{outline.sha256}</dd>
    </dl>
  );

/** What is inside every file, before one is made. */
export const ExportContents = ({ outline }: { outline: ExportOutline }) => {
  const care = careOf(outline);
  return (
    <section aria-labelledby="export-contents">
      <h2 id="export-contents">What is inside</h2>
      <Standing outline={outline} />
      {care.length > 0 && <p>{`To be read with care, and marked in every file: ${care.join('; ')}.`}</p>}
      {outline.notHeld.map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
      <DataTable
        caption="Tables in the files, with years up to this one"
        columns={columns}
        rows={outline.tables}
        rowKey={({ title }) => title}
        narrow="cards"
        dense
      />
    </section>
  );
};
