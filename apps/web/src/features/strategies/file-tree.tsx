import { partName } from '@fbs/core';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { FilePart, StrategyFile } from './import-queries.ts';
import { branchesOf } from './import-words.ts';

/** What the file says of a part beyond our own fields. */
const MoreWords = ({ part }: { part: FilePart }) =>
  part.kept === '' ? null : (
    <Disclosure
      summary={
        <>
          More words of the file<span className="visually-hidden">{` about ${partName(part)}`}</span>
        </>
      }
    >
      <p className="file-tree__kept">{part.kept}</p>
    </Disclosure>
  );

const PartWords = ({ part }: { part: FilePart }) => (
  <>
    {part.text !== '' && part.text !== part.name && <p className="measure">{part.text}</p>}
    {part.facts !== '' && <p className="small soft measure">{part.facts}</p>}
    {part.identifier !== null && <p className="small soft file-tree__id">{`Identifier: ${part.identifier}`}</p>}
    <MoreWords part={part} />
  </>
);

/** So many parts are read at a glance; of more, the goals are folded. */
const mostOpen = 30;

/** The whole tree of a file, goal by goal. */
export const FileTree = ({ file: { parts } }: { file: StrategyFile }) => {
  const [own] = parts;
  return (
    <div className="stack file-tree">
      {own?.kind === 'strategy' && (
        <div>
          <h4>{own.name === '' ? 'The strategy has no title in the file' : own.name}</h4>
          <PartWords part={own} />
        </div>
      )}
      {branchesOf(parts).map(({ goal, inside }) => (
        <Disclosure
          key={goal.code}
          open={parts.length <= mostOpen}
          summary={
            <>
              <b>{`Goal ${goal.code}`}</b> {goal.name}
            </>
          }
        >
          <PartWords part={goal} />
          <ul className="file-tree__parts">
            {inside.map((part) => (
              <li key={part.code} className={`file-tree__${part.kind}`}>
                <b>{part.code}</b> {part.name}
                <PartWords part={part} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </div>
  );
};
