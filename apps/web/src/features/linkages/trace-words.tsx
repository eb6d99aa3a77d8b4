import { Link } from '@tanstack/react-router';
import type { FlowNode } from './flow.ts';
import { sentenceCase } from './linkage-words.ts';
import type { Sight } from './sight.ts';
import { type NodeWords, pathWords, type Trace } from './trace.ts';

const NodeLink = ({ node: { kind, code }, sight }: { node: FlowNode; sight: Sight }) => {
  if (kind === 'element') {
    return (
      <Link to="/linkages/$framework/$element" params={{ framework: sight.framework.code, element: code }}>
        See what leads there
      </Link>
    );
  }
  return (
    <Link to={kind === 'goal' ? '/goals/$code' : '/objectives/$code'} params={{ code }}>
      Open {kind} {code}
    </Link>
  );
};

type TraceWordsProps = {
  readonly sight: Sight;
  readonly traced: FlowNode | null;
  readonly trace: Trace | null;
  readonly words: ReadonlyMap<string, NodeWords>;
};

/** What is traced, in words; its place is kept, so that the drawing below does not move. */
export const TraceWords = ({ sight, traced, trace, words }: TraceWordsProps) => (
  <div className="flow__said">
    <p aria-live="polite">
      {traced === null || trace === null ? (
        <span className="soft">
          Point at, tap, or move with the Tab key to an objective, a goal or an element to see its path.
        </span>
      ) : (
        <>
          <b>{pathWords(sight, trace)}</b>{' '}
          <span className="flow__facts">{`${sentenceCase(words.get(traced.id)?.facts ?? '')}.`}</span>
        </>
      )}
    </p>
    {traced !== null && <NodeLink node={traced} sight={sight} />}
  </div>
);
