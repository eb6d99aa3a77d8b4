import { classes } from '../../ui/classes.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { PlacedNode } from './flow.ts';
import { quoteBeside } from './flow-labels.ts';
import { goalNotes, reportingCount, reportingWords } from './linkage-words.ts';
import type { Goal, Objective, Sight } from './sight.ts';
import type { NodeWords } from './trace.ts';
import type { Tracing } from './use-tracing.ts';

const Ratings = ({ rollUp }: { rollUp: Goal['rollUp'] }) => {
  const counts = [
    ['above_target', rollUp.above],
    ['on_target', rollUp.on],
    ['improved_target_not_met', rollUp.improved],
    ['below_target', rollUp.below],
    ['not_rated', rollUp.notRated],
  ] as const;
  return counts
    .filter(([, count]) => count > 0)
    .map(([rating, count]) => (
      <span key={rating} className="flow__rating">
        <StatusMark rating={rating} wordHidden />
        {count}
      </span>
    ));
};

const ObjectiveFace = ({ objective }: { objective: Objective }) => (
  <>
    <span>
      <b>{objective.code}</b> {objective.shortName}
    </span>
    <span className="flow__counts">
      {reportingWords([objective])}
      <Ratings rollUp={objective.rollUp} />
    </span>
  </>
);

const GoalFace = ({ goal, sight }: { goal: Goal; sight: Sight }) => (
  <>
    <span>
      <b>{goal.code}</b> {goal.shortName}
    </span>
    {goalNotes(goal, sight).map((note) => (
      <span key={note} className="flow__counts">
        {note}
      </span>
    ))}
  </>
);

const ElementFace = ({ code, sight }: { code: string; sight: Sight }) => {
  const element = sight.elements.find((each) => each.element.code === code)?.element;
  const quote = element && quoteBeside(element, sight);
  return (
    <>
      <b>{element?.label}</b>
      {quote && <q>{quote}</q>}
    </>
  );
};

/** What is seen of a node; its label says it whole. */
const Face = ({ node: { kind, code }, sight }: { node: PlacedNode; sight: Sight }) => {
  const objective = kind === 'objective' && sight.objectives.find((each) => each.code === code);
  const goal = kind === 'goal' && sight.goals.find((each) => each.code === code);
  if (objective) return <ObjectiveFace objective={objective} />;
  return goal ? <GoalFace goal={goal} sight={sight} /> : <ElementFace code={code} sight={sight} />;
};

/** The end of an objective's line: as high as the line is thick. */
const LineEnd = ({ node: { code, height }, sight }: { node: PlacedNode; sight: Sight }) => {
  const objectives = sight.objectives.filter((objective) => objective.code === code);
  return (
    <span
      className={classes('flow__end', reportingCount(objectives) === 0 && 'flow__end--none')}
      style={{ height: `${height / 16}rem` }}
    />
  );
};

type FlowNodeProps = {
  readonly node: PlacedNode;
  readonly sight: Sight;
  readonly words: NodeWords | undefined;
  /** Whether it lies on the path that is traced; undefined while none is. */
  readonly onPath: boolean | undefined;
  readonly tracing: Tracing;
};

export const FlowNodeButton = ({ node, sight, words, onPath, tracing }: FlowNodeProps) => {
  const { id, kind, middle, height } = node;
  return (
    <li className="flow__place" style={{ top: `${middle / 16}rem` }}>
      <button
        type="button"
        className={classes(
          'flow__node',
          `flow__node--${kind}`,
          onPath === true && 'flow__node--lit',
          onPath === false && 'flow__node--dimmed',
        )}
        style={kind === 'objective' ? undefined : { minHeight: `${height / 16}rem` }}
        aria-label={`${words?.name}, ${words?.facts}`}
        aria-pressed={tracing.isHeld(id)}
        {...tracing.listeners(id)}
      >
        <Face node={node} sight={sight} />
      </button>
      {kind === 'objective' && <LineEnd node={node} sight={sight} />}
    </li>
  );
};
