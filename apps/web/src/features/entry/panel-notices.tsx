import type { EntryRow } from '@fbs/contract';
import type { RatingResult } from '@fbs/core';
import { classes } from '../../ui/classes.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { misfit } from './cell-figures.ts';
import { unreadableYet } from './cell-work.ts';
import type { TypedCell } from './typed-cells.ts';

/** The rating that the figure would get, with the sentence that says how it is worked out. */
export const RatingPreview = ({ result, isPreview }: { result: RatingResult; isPreview: boolean }) => (
  <div className={classes('preview', `preview--${result.rating}`)}>
    <StatusMark rating={result.rating} reason={result.reason} />
    <p>{result.sentence}.</p>
    {isPreview && <p className="small soft">As it would be rated once it is approved.</p>}
  </div>
);

type UnsavedNoticeProps = { readonly row: EntryRow; readonly cell: TypedCell };

/** Why what is typed cannot be saved or was not, and the ways on. */
export const UnsavedNotice = ({ row, cell }: UnsavedNoticeProps) => {
  const name = cell.field === 'value' ? 'Value' : 'Target';
  const unreadable = unreadableYet(row, cell);
  if (unreadable !== null) {
    return (
      <Notice kind="warning" title={`${name} “${cell.text}” cannot be saved like this`}>
        {unreadable}.
      </Notice>
    );
  }
  return cell.reason === null ? null : (
    <Notice kind={cell.status === 'waiting' ? 'warning' : 'error'} title={`${name} “${cell.text}” is not saved`}>
      {cell.reason}. What you typed is kept: press Enter in the cell to mend it, or Escape to give it up.
    </Notice>
  );
};

/** What happened to the value, or why it is closed. */
export const EntryNotices = ({ row, doubt }: { row: EntryRow; doubt: string | null }) => {
  const { entry, rights } = row;
  return (
    <>
      {entry.state === 'returned' && entry.returnNote !== null && (
        <Notice kind="warning" title="Returned">
          {entry.returnNote}
        </Notice>
      )}
      {entry.state === 'not_applicable' && (
        <Notice title="Not applicable">
          {entry.notApplicableReason} {rights.enter && 'Enter a value to take this back.'}
        </Notice>
      )}
      {rights.lock !== null && <Lock lock={rights.lock} />}
      {doubt !== null && (
        <Notice kind="warning" title="Check this figure">
          {doubtSentences[doubt] ?? doubt} Look once more before you submit it.
        </Notice>
      )}
    </>
  );
};

/** That a person only reads here is no news on every row; that a year is closed, or a figure computed, is. */
const Lock = ({ lock: { reason, sentence } }: { lock: NonNullable<EntryRow['rights']['lock']> }) =>
  reason === 'not_your_role' || reason === 'not_your_section' ? (
    <p className="small soft">{sentence}</p>
  ) : (
    <Notice title="Locked">{sentence}</Notice>
  );

const doubtSentences: Readonly<Record<string, string>> = {
  'Over 100%': 'It is a share of more than 100%.',
  [misfit]: 'Its parts and the whole do not fit each other: the breakdown below says where.',
  'Below last year': 'It is counted up over the years, and is now less than the year before.',
  'Over 3 times last year': 'It is more than 3 times the figure of the year before.',
};
