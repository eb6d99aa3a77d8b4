import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { UndoneElsewhere } from './use-undo.ts';

type UndoneNoticeProps = UndoneElsewhere & { readonly onShow: () => void; readonly onClose: () => void };

/** What was undone in a row that the filters hide, and the way to it. */
export const UndoneNotice = ({ sentence, cell, onShow, onClose }: UndoneNoticeProps) => (
  <Notice kind="done" title={sentence}>
    The filters hide {cell.code}.
    <div className="notice__actions">
      <Button size="small" onClick={onShow}>
        Show {cell.code}
      </Button>
      <Button size="small" onClick={onClose}>
        Close
      </Button>
    </div>
  </Notice>
);
