import { suggestCode } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../../lib/api-client.ts';
import { planQuery } from '../../lib/plan.ts';
import { useMay, useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { LinkButton } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type IndicatorPage, indicatorQuery, useCreateIndicator } from './indicator-queries.ts';
import { PlaceFields } from './sheet/place-fields.tsx';
import { definitionOf, draftOf, emptyDraft, type SheetDraft } from './sheet/sheet-draft.ts';
import { errorsOfServer } from './sheet/sheet-errors.ts';
import { indicatorsOf, type Plan } from './sheet/sheet-fields.tsx';
import { SheetFrame } from './sheet/sheet-frame.tsx';
import { SheetHead } from './sheet/sheet-head.tsx';
import { useSheet } from './sheet/use-sheet.ts';
import { useSheetCheck } from './sheet/use-sheet-check.ts';

export const prefetch = ({ queryClient, strategy }: Visit): void => {
  void queryClient.prefetchQuery(planQuery(strategy, undefined));
};

/** A copy is proposed anew, and nobody has assessed its data yet. */
const copyOf = ({ definition }: IndicatorPage, place: Pick<SheetDraft, 'objective' | 'code'>): SheetDraft => {
  const dataQuality = { items: definition.dataQuality.items, standards: {} };
  return draftOf({ ...definition, status: 'proposed', dataQuality }, place);
};

type NewSheetProps = {
  readonly plan: Plan;
  readonly objective: string;
  readonly original: IndicatorPage | undefined;
};

const NewSheet = ({ plan, objective, original }: NewSheetProps) => {
  const taken = indicatorsOf(plan).map(({ code }) => code);
  const place = { objective, code: objective === '' ? '' : suggestCode(objective, taken) };
  const start = {
    draft: original === undefined ? emptyDraft(place) : copyOf(original, place),
    base: null,
    version: 0,
  };
  const sheet = useSheet({ sheet: `new ${original?.code ?? objective}`, ...start });
  const check = useSheetCheck();
  const create = useCreateIndicator();
  const navigate = useNavigate();
  const save = async () => {
    const { draft } = sheet.form;
    const errors = check(draft, taken);
    sheet.setErrors(errors);
    if (errors.length > 0) return;
    const code = draft.code.trim();
    try {
      await create.mutateAsync({ code, objective: draft.objective, definition: definitionOf(draft) });
    } catch (error) {
      if (error instanceof ApiProblem) sheet.setErrors(errorsOfServer(error.errors));
      return;
    }
    sheet.forget();
    announce(`Indicator ${code} is saved as proposed`);
    await navigate({ to: '/indicators/$code', params: { code }, ignoreBlocker: true });
  };
  const isAtFields = create.error instanceof ApiProblem && create.error.errors.length > 0;
  const back =
    objective === '' ? (
      <LinkButton to="/">Cancel</LinkButton>
    ) : (
      <LinkButton to="/objectives/$code" params={{ code: objective }}>
        Cancel
      </LinkButton>
    );
  return (
    <SheetFrame
      sheet={sheet}
      plan={plan}
      action="Save as proposed"
      isBusy={create.isPending}
      refusal={create.isError && !isAtFields ? create.error : undefined}
      onSubmit={() => void save()}
      onStartOver={() => sheet.restart(start)}
      cancel={back}
    >
      <PlaceFields form={sheet.form} plan={plan} taken={taken} />
    </SheetFrame>
  );
};

/** A new reference sheet: empty, or begun from another indicator. */
export const NewIndicatorScreen = () => {
  const { id } = useStrategy();
  const { objective: asked, from } = useSearch({ from: '/indicators/new' });
  const may = useMay('define indicators');
  const plan = useQuery(planQuery(id, undefined));
  const original = useQuery({ ...indicatorQuery(id, from ?? '', undefined), enabled: from !== undefined });
  const code = asked ?? original.data?.objective.code ?? '';
  const objective = plan.data?.goals.flatMap((goal) => goal.objectives).find((each) => each.code === code);
  const waiting = <Loading what="the reference sheet" blocks={[120, 320, 320]} />;
  const wayOn = <Link to="/">Go to the overview</Link>;
  const sheetOn = (known: Plan, copied?: IndicatorPage) => (
    <NewSheet key={`${from} ${code}`} plan={known} objective={objective?.code ?? ''} original={copied} />
  );
  return (
    <div className="page">
      <SheetHead title={from === undefined ? 'New indicator' : `New indicator from ${from}`} objective={objective} />
      {may ? (
        <Loaded query={plan} what="The plan" placeholder={waiting} wayOn={wayOn}>
          {(known) =>
            from === undefined ? (
              sheetOn(known)
            ) : (
              <Loaded query={original} what={`Indicator ${from}`} placeholder={waiting} wayOn={wayOn}>
                {(page) => sheetOn(known, page)}
              </Loaded>
            )
          }
        </Loaded>
      ) : (
        <Notice kind="warning" title="Only planners may define indicators.">
          {wayOn}
        </Notice>
      )}
    </div>
  );
};
