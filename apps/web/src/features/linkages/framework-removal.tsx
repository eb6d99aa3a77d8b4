import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { frameworkName } from './linkage-words.ts';
import { useFrameworkLoad } from './load-queries.ts';
import type { Framework } from './sight.ts';

type FrameworkRemovalProps = {
  readonly framework: Framework;
  /** How many linkages lead to its elements: while there are any, it stays. */
  readonly linkages: number;
  readonly onRemoved: () => void;
};

/** Takes out a framework that nothing is linked to, for one that was loaded by mistake. */
export const FrameworkRemoval = ({ framework, linkages, onRemoved }: FrameworkRemovalProps) => {
  const { remove } = useFrameworkLoad();
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const name = frameworkName(framework);
  const removeIt = async () => {
    try {
      await remove(framework);
      announce(`${name} is removed`);
      onRemoved();
    } catch (error) {
      setRefusal(reasonOf(error));
    }
  };
  if (linkages > 0) {
    const lead = linkages === 1 ? '1 linkage leads' : `${linkages} linkages lead`;
    return <p className="small soft">{`${lead} to ${name}. It can be removed once none does.`}</p>;
  }
  return (
    <div>
      <Button kind="danger" size="small" onClick={() => setOpen(true)}>
        Remove {name}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={`Remove ${name}?`}
        actions={
          <>
            <Button kind="danger" onClick={() => void removeIt()}>
              Remove it
            </Button>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
          </>
        }
      >
        {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
        <p>Nothing is linked to it. Past days still show it, and loading it again brings it back.</p>
      </Dialog>
    </div>
  );
};
