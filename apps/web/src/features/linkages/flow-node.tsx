import type { KeyboardEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { PlacedNode } from './flow.ts';
import { frameworkName, reportingWords, supportWords } from './linkage-words.ts';
import type { Goal, Objective, Sight } from './sight.ts';

export type Tracing = {
  /** The node whose path stays traced after a tap or a key, until the next one. */
  readonly held: string | null;
  readonly setPointed: (id: string | null) => void;
  readonly setFocused: (id: string | null) => void;
  readonly setHeld: (id: string | null) => void;
};

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
    {sight.unlinkedGoals.includes(goal) && (
      <span className="flow__counts">{`not linked to ${frameworkName(sight.framework)}`}</span>
    )}
    {supportWords(goal) !== null && <span className="flow__counts">{supportWords(goal)}</span>}
  </>
);

const Face = ({ node, sight }: { node: PlacedNode; sight: Sight }) => {
  if (node.kind === 'objective') {
    const objective = sight.objectives.find(({ code }) => code === node.code);
    return objective === undefined ? null : <ObjectiveFace objective={objective} />;
  }
  if (node.kind === 'goal') {
    const goal = sight.goals.find(({ code }) => code === node.code);
    return goal === undefined ? null : <GoalFace goal={goal} sight={sight} />;
  }
  const element = sight.elements.find((each) => each.element.code === node.code)?.element;
  // Several elements stand close to each other: only a single one has room for its wording.
  const words = sight.elements.length === 1 ? element?.quote : null;
  return (
    <>
      <b>{element?.label}</b>
      {words && <q>{words}</q>}
    </>
  );
};

type FlowNodeProps = {
  readonly node: PlacedNode;
  readonly sight: Sight;
  readonly label: string;
  readonly dimmed: boolean;
  readonly lit: boolean;
  readonly tracing: Tracing;
};

export const FlowNodeButton = ({ node, sight, label, dimmed, lit, tracing }: FlowNodeProps) => {
  const { id, kind, middle, height } = node;
  const isHeld = tracing.held === id;
  const toggle = () => {
    tracing.setHeld(isHeld ? null : id);
    if (isHeld) tracing.setFocused(null);
  };
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    tracing.setHeld(null);
    tracing.setFocused(null);
  };
  return (
    <li className="flow__place" style={{ top: `${middle / 16}rem` }}>
      <button
        type="button"
        className={classes(
          'flow__node',
          `flow__node--${kind}`,
          dimmed && 'flow__node--dimmed',
          lit && 'flow__node--lit',
        )}
        style={kind === 'objective' ? undefined : { minHeight: `${height / 16}rem` }}
        aria-label={label}
        aria-pressed={isHeld}
        onPointerEnter={(event) => event.pointerType === 'mouse' && tracing.setPointed(id)}
        onPointerLeave={() => tracing.setPointed(null)}
        onFocus={() => tracing.setFocused(id)}
        onBlur={() => tracing.setFocused(null)}
        onClick={toggle}
        onKeyDown={letGo}
      >
        <Face node={node} sight={sight} />
      </button>
      {kind === 'objective' && <span className="flow__bar" style={{ height: `${height / 16}rem` }} />}
    </li>
  );
};
