import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type BulkResult, resultSentence } from './bulk-actions.ts';

type ResultNoticeProps = {
  readonly result: BulkResult;
  readonly onGoTo: (code: string) => void;
  readonly onClose: () => void;
};

/** What went through, and why the rest did not; it stays until it is closed. */
export const ResultNotice = ({ result, onGoTo, onClose }: ResultNoticeProps) => (
  <Notice kind={result.refused.length === 0 ? 'done' : 'warning'} title={resultSentence(result)}>
    {result.refused.length > 0 && (
      <ul className="refused">
        {result.refused.map(({ code, reason }) => (
          <li key={code}>
            <button type="button" className="link-button" onClick={() => onGoTo(code)}>
              {code}
            </button>{' '}
            {reason}
          </li>
        ))}
      </ul>
    )}
    <div className="notice__actions">
      <Button size="small" onClick={onClose}>
        Close
      </Button>
    </div>
  </Notice>
);
