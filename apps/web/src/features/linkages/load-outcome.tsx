import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LoadPreview } from './load-preview.tsx';
import type { FrameworkLoad } from './load-queries.ts';
import { changesAnything, loadSentence } from './load-words.ts';

type Gone = 'keep' | 'remove';

type OutcomeProps = {
  readonly load: FrameworkLoad;
  readonly isBusy: boolean;
  readonly onSave: (gone: Gone) => Promise<void>;
};

/** What came stands below what was pressed: reading goes on there. */
const Part = ({ title, children }: { title: string; children: ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="outcome" className="stack">
      <h2 id="outcome" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
};

const Saving = ({ load, isBusy, onSave }: OutcomeProps) => {
  const [gone, setGone] = useState<Gone>('keep');
  return (
    <>
      {load.counts.gone > 0 && (
        <RadioGroup
          label="What should happen to elements that are not in the file?"
          options={[
            { value: 'keep', label: 'They stay' },
            { value: 'remove', label: 'They are removed', hint: 'Past days still show them' },
          ]}
          value={gone}
          onChange={setGone}
        />
      )}
      {changesAnything(load, gone === 'remove') ? (
        <div>
          <Button kind="primary" disabled={isBusy} onClick={() => void onSave(gone)}>
            Save the framework
          </Button>
        </div>
      ) : (
        <p>The file says what is recorded: there is nothing to save.</p>
      )}
    </>
  );
};

/** What the file would do, with the way to save it; or that it is saved. */
export const LoadOutcome = (props: OutcomeProps) => {
  const { counts, framework, saved, notices } = props.load;
  if (saved) {
    return (
      <Part title={`${framework.title} is saved`}>
        <Notice kind="done" title={loadSentence(props.load)}>
          <Link to="/linkages" search={(previous) => ({ ...previous, framework: framework.code })}>
            Go to its line of sight
          </Link>
        </Notice>
      </Part>
    );
  }
  const mends = counts.refused > 0;
  return (
    <Part title={`What the file would do to ${framework.title}`}>
      <Notice kind={mends ? 'error' : 'information'} title={loadSentence(props.load)}>
        {mends
          ? 'Fix the rows in the file, then choose it again.'
          : 'Nothing is saved yet. Past days keep what stood then.'}
      </Notice>
      {notices.map((notice) => (
        <Notice key={notice} kind="warning" title={notice} />
      ))}
      {!mends && <Saving {...props} />}
      <LoadPreview load={props.load} />
    </Part>
  );
};
