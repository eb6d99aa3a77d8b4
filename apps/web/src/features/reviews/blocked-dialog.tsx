import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { GateItem } from './gate-links.ts';
import { GateAnchor } from './gate-list.tsx';

type BlockedDialogProps = {
  readonly title: string;
  readonly year: number;
  readonly items: readonly GateItem[];
  readonly onClose: () => void;
};

/** Why a step cannot be taken yet: each thing that is missing, with the way to it. */
export const BlockedDialog = ({ title, year, items, onClose }: BlockedDialogProps) => (
  <Dialog open onClose={onClose} title={title} actions={<Button onClick={onClose}>Close</Button>}>
    <ul className="blocked">
      {items.map((item) => (
        // A link inside leads away: the dialog is closed on the way.
        <li key={item.sentence} onClickCapture={onClose}>
          <GateAnchor year={year} item={item}>
            {item.sentence}
          </GateAnchor>
        </li>
      ))}
    </ul>
  </Dialog>
);
