import type { ReviewSection } from '@fbs/contract';
import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { partIds } from './gate-links.ts';
import type { ReviewWrites } from './use-review-writes.ts';

type SectionWorkflowProps = {
  readonly section: ReviewSection;
  readonly writes: ReviewWrites;
  readonly onMoved: () => void;
};

/** Submit, return, clear: what the person may do with the section now. */
export const SectionWorkflow = ({ section, writes, onMoved }: SectionWorkflowProps) => {
  const { objective, version, rights } = section;
  const { requests } = writes;
  const [isReturning, setReturning] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly version: number; readonly reason: string }>();
  const run = async (request: ReturnType<typeof requests.submitSection>, said: string): Promise<string | undefined> => {
    try {
      await writes.section(objective, version, request);
    } catch (error) {
      return reasonOf(error);
    }
    setReturning(false);
    announce(`Section ${objective} is ${said}`);
    onMoved();
    return undefined;
  };
  const press = async (request: ReturnType<typeof requests.submitSection>, said: string) => {
    const reason = await run(request, said);
    if (reason !== undefined) setRefusal({ version, reason });
  };
  if (!rights.submit && !rights.return && !rights.clear) return null;
  return (
    <section className="review__steps" id={partIds.workflow} aria-label={`Next step of section ${objective}`}>
      {refusal?.version === version && (
        <Notice kind="error" announced title="This was refused">
          {refusal.reason}
        </Notice>
      )}
      <div className="row">
        {rights.submit && (
          <Button kind="primary" onClick={() => void press(requests.submitSection(objective), 'submitted')}>
            Submit the section
          </Button>
        )}
        {rights.clear && (
          <Button kind="primary" onClick={() => void press(requests.clearSection(objective), 'cleared')}>
            Clear the section
          </Button>
        )}
        {rights.return && <Button onClick={() => setReturning(true)}>Return the section …</Button>}
      </div>
      <AskDialog
        open={isReturning}
        title={`Return section ${objective}`}
        label="What has to be fixed?"
        hint="Whoever writes the section reads this."
        missing="Say what has to be fixed"
        action="Return it"
        onAnswer={(note) => run(requests.returnSection(objective, note), 'returned')}
        onClose={() => setReturning(false)}
      />
    </section>
  );
};
