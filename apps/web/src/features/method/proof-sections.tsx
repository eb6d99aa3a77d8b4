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
  sentenceCase,
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

const Case = ({ why, sentence }: RatingCase) => (
  <>
    <b>{sentenceCase(why)}</b>
    <span className="method__sentence">{sentence}</span>
  </>
);

const orSoft = (words: string | null, none: string) => words ?? <span className="soft">{none}</span>;

/** The widths are given, so that the tables of all directions stand in the same columns. */
const caseColumns: Column<RatingCase>[] = [
  { key: 'case', head: 'Case, and what the engine says of it', rowHead: true, cell: Case, width: '34%' },
  { key: 'target', head: 'Target', align: 'end', cell: (each) => orSoft(targetWords(each), 'none'), width: '10%' },
  { key: 'value', head: 'Value', align: 'end', cell: (each) => orSoft(valueWords(each), 'none'), width: '9%' },
  { key: 'compared', head: 'Compared with', cell: (each) => orSoft(comparedWords(each), 'nothing'), width: '13%' },
  {
    key: 'deviation',
    head: 'Deviation',
    align: 'end',
    nowrap: true,
    cell: (each) => orSoft(deviationWords(each), 'none'),
    width: '9%',
  },
  { key: 'rating', head: 'Published rating', cell: ({ rating }) => <StatusMark rating={rating} />, width: '16%' },
  { key: 'agrees', head: 'Engine', cell: ({ agrees }) => <Agreement agrees={agrees} />, width: '9%' },
];

const CasesOf = ({ direction, cases }: { direction: Direction; cases: readonly RatingCase[] }) => (
  <div className="method__cases">
    <DataTable
      caption={`${directionLabels[direction]}: ${plural(cases.length, 'case')}`}
      rows={cases}
      rowKey={({ why }) => why}
      columns={caseColumns}
      narrow="cards"
      dense
    />
  </div>
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

/** As of a past day: those that had come out by then. */
export const Sources = ({ page }: { page: MethodPage }) => (
  <>
    {page.sources.length > 0 && (
      <p>
        {sourceWords(page.sources)} are shown as published. Official was read in the official publication itself;
        secondary was taken from another publication that quotes it; derived was worked out from published figures.
      </p>
    )}
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
        { key: 'knownOn', head: 'Known from', nowrap: true, cell: ({ knownOn }) => formatDay(knownOn) },
      ]}
      empty="No published figure is known on this day."
      narrow="cards"
      dense
    />
  </>
);
