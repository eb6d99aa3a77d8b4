import type { AnswerOf } from '../../../lib/api-client.ts';
import { BaselinePart } from './baseline-part.tsx';
import { BreakdownPart } from './breakdown-part.tsx';
import { MeasurePart } from './measure-part.tsx';
import { MethodPart } from './method-part.tsx';
import { QualityPart } from './quality-part.tsx';
import { hasFigures } from './sheet-draft.ts';
import { TimingPart } from './timing-part.tsx';
import type { SheetForm } from './use-sheet.ts';

export type Plan = AnswerOf<'GET /api/strategies/:strategy'>;

export const indicatorsOf = (plan: Plan) =>
  plan.goals.flatMap((goal) => goal.objectives).flatMap((objective) => objective.indicators);

type SheetFieldsProps = { readonly form: SheetForm; readonly plan: Plan };

/** The whole reference sheet, part by part. What does not apply to the answers given is not asked. */
export const SheetFields = ({ form, plan }: SheetFieldsProps) => {
  const choices = indicatorsOf(plan).filter(({ code, status }) => status !== 'retired' && code !== form.draft.code);
  return (
    <>
      <MeasurePart form={form} />
      <MethodPart form={form} choices={choices} />
      <TimingPart form={form} sections={plan.sections} />
      {hasFigures(form.draft) && <BaselinePart form={form} />}
      {form.draft.origin === 'entered' && hasFigures(form.draft) && <BreakdownPart form={form} />}
      <QualityPart form={form} />
    </>
  );
};
