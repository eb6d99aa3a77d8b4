import { type Direction, directionLabels, directions, type Verification, verifications } from '@fbs/core';
import { formatDay, plural } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { VerificationMark } from '../../ui/verification-mark.tsx';
import type { MethodPage } from './method-queries.ts';
import {
  agreementWords,
  comparedWords,
  deviationWords,
  type RatingCase,
  sourceWords,
  targetWords,
  valueWords,
} from './method-words.ts';

const Agreement = ({ agrees }: { agrees: boolean }) =>
  agrees ? (
    <span className="mark">
      <Icon name="check" />
      agrees
    </span>
  ) : (
    <b className="mark method__disagrees">
      <Icon name="warning" />
      differs
    </b>
  );

const caseColumns: Column<RatingCase>[] = [
  { key: 'why', head: 'Case', rowHead: true, cell: ({ why }) => why, width: '16%' },
  { key: 'target', head: 'Target', align: 'end', cell: targetWords },
  { key: 'value', head: 'Value', align: 'end', cell: valueWords },
  { key: 'compared', head: 'Compared with', cell: comparedWords, width: '14%' },
  { key: 'deviation', head: 'Deviation', align: 'end', cell: deviationWords },
  { key: 'rating', head: 'Published rating', cell: ({ rating }) => <StatusMark rating={rating} />, width: '14%' },
  {
    key: 'sentence',
    head: 'What the engine says',
    cell: ({ sentence }) => <span className="small">{sentence}</span>,
    width: '26%',
  },
  { key: 'agrees', head: 'Agreement', nowrap: true, cell: ({ agrees }) => <Agreement agrees={agrees} /> },
];

const CasesOf = ({ direction, cases }: { direction: Direction; cases: readonly RatingCase[] }) => (
  <DataTable
    caption={`${directionLabels[direction]}: ${plural(cases.length, 'case')}`}
    rows={cases}
    rowKey={({ why }) => why}
    columns={caseColumns}
    narrow="cards"
    dense
  />
);

export const Cases = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      The method is published as a table of cases, and the same table tests the engine. Asked just now:{' '}
      <b>{agreementWords(page.cases)}</b>.
    </p>
    {directions.map((direction) => {
      const cases = page.cases.filter((each) => each.direction === direction);
      return cases.length === 0 ? null : <CasesOf key={direction} direction={direction} cases={cases} />;
    })}
  </>
);

const isVerification = (word: string): word is Verification => (verifications as readonly string[]).includes(word);

export const Sources = ({ page }: { page: MethodPage }) => (
  <>
    <p>
      {sourceWords(page.sources)} are loaded as published. Official was read in the official publication itself;
      secondary was taken from another publication that quotes it; derived was worked out from published figures.
    </p>
    <DataTable
      caption="Sources of the published figures"
      captionHidden
      rows={page.sources}
      rowKey={({ source }) => source}
      columns={[
        { key: 'source', head: 'Source', rowHead: true, cell: ({ source }) => source },
        { key: 'figures', head: 'Figures', align: 'end', cell: ({ figures }) => figures },
        {
          key: 'verification',
          head: 'Verification',
          cell: ({ verification }) => (
            <span className="tags">
              {verification
                .split(', ')
                .filter(isVerification)
                .map((each) => (
                  <VerificationMark key={each} verification={each} />
                ))}
            </span>
          ),
        },
        { key: 'knownOn', head: 'Known on', nowrap: true, cell: ({ knownOn }) => formatDay(knownOn) },
      ]}
      empty="No published figure is loaded."
      narrow="cards"
      dense
    />
  </>
);
