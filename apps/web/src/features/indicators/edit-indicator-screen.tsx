import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../lib/api-client.ts';
import { planQuery } from '../../lib/plan.ts';
import { useStrategy } from '../../lib/session.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { LinkButton } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type IndicatorPage, indicatorQuery, useChangeIndicator } from './indicator-queries.ts';
import { ChangesDialog } from './sheet/changes-dialog.tsx';
import { changesOf, rebase } from './sheet/sheet-changes.ts';
import { conflictLines } from './sheet/sheet-conflict.ts';
import { SheetConflictDialog } from './sheet/sheet-conflict-dialog.tsx';
import { definitionOf, draftOf } from './sheet/sheet-draft.ts';
import { errorsOfServer } from './sheet/sheet-errors.ts';
import type { Plan } from './sheet/sheet-fields.tsx';
import { SheetFrame } from './sheet/sheet-frame.tsx';
import { SheetHead } from './sheet/sheet-head.tsx';
import { useSheet } from './sheet/use-sheet.ts';
import { useSheetCheck } from './sheet/use-sheet-check.ts';

export const prefetch = ({ queryClient, strategy, params, asOf }: Visit): void => {
  void queryClient.prefetchQuery(indicatorQuery(strategy, params.code ?? '', asOf));
  void queryClient.prefetchQuery(planQuery(strategy, asOf));
};

const useChanging = (page: IndicatorPage) => {
  const place = { objective: page.objective.code, code: page.code };
  const startOf = ({ definition, version }: IndicatorPage) => ({
    draft: draftOf(definition, place),
    base: definition,
    version,
  });
  const sheet = useSheet({ sheet: page.code, ...startOf(page) });
  const [theirs, setTheirs] = useState<IndicatorPage>();
  const [isAsking, setAsking] = useState(false);
  const change = useChangeIndicator(page.code);
  const navigate = useNavigate();
  const base = sheet.base ?? page.definition;
  const mine = definitionOf(sheet.form.draft);
  /** Keeps the dialog open only where its own field, the reason, is to blame. */
  const refuse = (error: unknown): string | undefined => {
    const current = currentOf<IndicatorPage>(error);
    const errors = error instanceof ApiProblem ? errorsOfServer(error.errors) : [];
    const isInSheet = errors.some(({ field }) => field !== 'reason' && field !== 'status');
    if (current === undefined && !isInSheet) return reasonOf(error);
    setAsking(false);
    if (current === undefined) sheet.setErrors(errors);
    else setTheirs(current);
    return undefined;
  };
  const save = async (reason: string): Promise<string | undefined> => {
    try {
      await change.mutateAsync({ version: sheet.version, reason, definition: changesOf(base, mine) });
    } catch (error) {
      return refuse(error);
    }
    sheet.forget();
    announce(`The definition of ${page.code} is saved`);
    await navigate({ to: '/indicators/$code', params: { code: page.code }, ignoreBlocker: true });
    return undefined;
  };
  return { sheet, base, mine, theirs, setTheirs, isAsking, setAsking, save, isBusy: change.isPending, startOf, place };
};

const SheetEditor = ({ page, plan }: { page: IndicatorPage; plan: Plan }) => {
  const { sheet, base, mine, theirs, setTheirs, isAsking, setAsking, save, isBusy, startOf, place } = useChanging(page);
  const check = useSheetCheck();
  const [isUnchanged, setUnchanged] = useState(false);
  const submit = () => {
    const errors = check(sheet.form.draft, null);
    sheet.setErrors(errors);
    if (errors.length > 0) return;
    const isSame = Object.keys(changesOf(base, mine)).length === 0;
    setUnchanged(isSame);
    setAsking(!isSame);
  };
  const toPage = { to: '/indicators/$code', params: { code: page.code } } as const;
  return (
    <>
      <SheetFrame
        sheet={sheet}
        plan={plan}
        action="Look at the changes and save"
        isBusy={isBusy}
        onSubmit={submit}
        onStartOver={() => sheet.restart(startOf(page))}
        cancel={<LinkButton {...toPage}>Cancel</LinkButton>}
      >
        {isUnchanged && !sheet.isChanged && (
          <Notice announced title="Nothing is changed yet: change a field, or go back." />
        )}
      </SheetFrame>
      {isAsking && <ChangesDialog before={base} after={mine} onSave={save} onClose={() => setAsking(false)} />}
      {theirs !== undefined && (
        <SheetConflictDialog
          lines={conflictLines(base, mine, theirs.definition)}
          theirs={theirs}
          onKeepMine={() => {
            sheet.restart(startOf(theirs), draftOf(rebase(base, mine, theirs.definition), place));
            setTheirs(undefined);
            announce('Your changes stand on top of theirs; look at them and save');
          }}
          onTakeTheirs={() => {
            sheet.restart(startOf(theirs));
            setTheirs(undefined);
            announce('The sheet shows their version');
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </>
  );
};

/** Why a page offers no editing here; null where it does. */
const closedReason = ({ rights, asOf, definition, code }: IndicatorPage): string | null => {
  if (asOf !== null) return 'You look at a past day: go back to today to change a definition.';
  if (!rights.edit) return 'Only planners may define indicators.';
  if (definition.status === 'retired') return `${code} is retired and stays as it was recorded: adopt it again first.`;
  return null;
};

/** The reference sheet of an indicator, open for changes. */
export const EditIndicatorScreen = () => {
  const { id } = useStrategy();
  const { code = '' } = useParams({ from: '/indicators/$code/edit' });
  const { asOf } = useYearAndAsOf();
  const query = useQuery(indicatorQuery(id, code, asOf));
  const plan = useQuery(planQuery(id, asOf));
  const closed = query.data === undefined ? null : closedReason(query.data);
  const waiting = <Loading what="the reference sheet" blocks={[120, 320, 320]} />;
  const wayOn = (
    <Link to="/indicators/$code" params={{ code }}>
      Go to the indicator
    </Link>
  );
  return (
    <div className="page">
      <SheetHead
        title={`Edit ${code}${query.data === undefined ? '' : ` ${query.data.definition.name}`}`}
        objective={query.data?.objective}
        indicator={code}
      />
      <Loaded query={query} what={`Indicator ${code}`} placeholder={waiting} wayOn={wayOn}>
        {(page) =>
          closed === null ? (
            <Loaded query={plan} what="The plan" placeholder={waiting} wayOn={wayOn}>
              {(known) => <SheetEditor key={page.code} page={page} plan={known} />}
            </Loaded>
          ) : (
            <Notice kind="warning" title={closed}>
              {wayOn}
            </Notice>
          )
        }
      </Loaded>
    </div>
  );
};
