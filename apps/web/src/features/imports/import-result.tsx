import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button, DownloadButton, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportRowsTable } from './import-rows-table.tsx';
import { badRows, goodRows, resultSentence, stateWords } from './import-words.ts';
import { type CommitMode, type ImportDetail, importQuery, refusedAddress, takeOver } from './imports-queries.ts';
import { useProgress } from './use-progress.ts';

type ImportResultProps = { readonly strategy: string; readonly detail: ImportDetail };

/** Begins to take the import over, and holds why it could not. */
const useCommit = ({ strategy, detail }: ImportResultProps) => {
  const queryClient = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const commit = async (mode: CommitMode) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const begun = await takeOver(strategy, detail, mode);
      queryClient.setQueryData(importQuery(strategy, detail.id).queryKey, begun);
    } catch (error) {
      setRefusal(reasonOf(error));
      // where rows were changed by somebody meanwhile, the table says so now
      await refreshAfterWrite(queryClient);
    }
    setBusy(false);
  };
  return { isBusy, refusal, commit };
};

const kinds = {
  reading: 'information',
  tried: 'information',
  committing: 'information',
  committed: 'done',
  undone: 'warning',
  cancelled: 'warning',
  refused: 'error',
} as const;

const isRead = ({ state }: ImportDetail): boolean => !['reading', 'refused', 'cancelled'].includes(state);

const Actions = ({ strategy, detail }: ImportResultProps) => {
  const { isBusy, refusal, commit } = useCommit({ strategy, detail });
  const { counts, mayCommit, id, state } = detail;
  const [good, bad] = [goodRows(counts), badRows(counts)];
  return (
    <>
      <div className="notice__actions">
        {mayCommit && good > 0 && bad === 0 && (
          <Button kind="primary" disabled={isBusy} onClick={() => void commit('all')}>
            Take over {plural(good, 'row')}
          </Button>
        )}
        {mayCommit && good > 0 && bad > 0 && (
          <Button kind="primary" disabled={isBusy} onClick={() => void commit('good_rows')}>
            Take over the {plural(good, 'good row')} only
          </Button>
        )}
        {state === 'committed' && (
          <LinkButton to="/entry" kind="primary">
            To data entry
          </LinkButton>
        )}
        {bad > 0 && (
          <DownloadButton href={refusedAddress(strategy, id)} download>
            {plural(bad, 'row')} to fix, CSV
          </DownloadButton>
        )}
      </div>
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
    </>
  );
};

const Outcome = ({ strategy, detail, refusal }: ImportResultProps & { readonly refusal: string | undefined }) => (
  <Notice
    kind={detail.state === 'tried' && badRows(detail.counts) > 0 ? 'warning' : kinds[detail.state]}
    title={stateWords[detail.state]}
  >
    <p>{resultSentence(detail)}</p>
    {detail.notices.map((notice) => (
      <p key={notice}>{notice}</p>
    ))}
    <Actions strategy={strategy} detail={detail} />
    {refusal !== undefined && <Notice kind="error" title={refusal} />}
  </Notice>
);

/** What a file would do, or did, with what one can do about it. */
export const ImportResult = ({ strategy, detail }: ImportResultProps) => {
  const { progress, refusal } = useProgress(strategy, detail);
  const heading = useRef<HTMLHeadingElement>(null);
  const { state } = detail;
  useEffect(() => {
    // the button that was pressed is gone with the state before
    if (state !== 'reading' && document.activeElement === document.body) heading.current?.focus();
  }, [state]);
  return (
    <section className="import__result" aria-labelledby="import-result">
      <h2 ref={heading} id="import-result" tabIndex={-1}>
        {detail.fileName}
      </h2>
      {progress === null ? (
        <Outcome strategy={strategy} detail={detail} refusal={refusal} />
      ) : (
        <ImportProgress strategy={strategy} detail={detail} progress={progress} />
      )}
      {isRead(detail) && <ImportRowsTable key={`${detail.id} ${detail.state}`} strategy={strategy} detail={detail} />}
    </section>
  );
};
