import { NextWork } from '../../panels/my-work/next-work.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type BulkResult, byReason, resultSentence } from './bulk-actions.ts';
import { LostFocus } from './lost-focus.tsx';

type ResultNoticeProps = {
  readonly result: BulkResult;
  readonly year: number;
  readonly onGoTo: (code: string) => void;
  /** Goes to the cell that waits next. */
  readonly onNext: (code: string, year: number) => void;
  readonly onClose: () => void;
};

/** What went through, and why the rest did not; it stays until it is closed. */
export const ResultNotice = ({ result, year, onGoTo, onNext, onClose }: ResultNoticeProps) => (
  <LostFocus from=".tools__actions">
    <Notice kind={result.refused.length === 0 ? 'done' : 'warning'} title={resultSentence(result)}>
      {result.refused.length > 0 && (
        <ul className="refused">
          {byReason(result.refused).map(({ reason, codes }) => (
            <li key={reason}>
              {reason}{' '}
              {codes.map((code) => (
                <button key={code} type="button" className="link-button" onClick={() => onGoTo(code)}>
                  {code}
                </button>
              ))}
            </li>
          ))}
        </ul>
      )}
      {result.done.length > 0 && <NextWork done={{ indicators: result.done, year }} onFollow={onNext} />}
      <div className="notice__actions">
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      </div>
    </Notice>
  </LostFocus>
);
