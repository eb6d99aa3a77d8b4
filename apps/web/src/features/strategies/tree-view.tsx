import type { StrategyTree } from './strategies-queries.ts';

/** What a strategy in force says; it is no longer changed here. */
export const TreeView = ({ tree }: { tree: StrategyTree }) => (
  <div className="stack">
    <p className="soft">Its sections, goals and objectives are fixed since it was put in force.</p>
    <h2>Sections</h2>
    <ul>
      {tree.sections.map(({ id, code, name }) => (
        <li key={id}>
          <b>{code}</b> {name}
        </li>
      ))}
    </ul>
    <h2>Goals and objectives</h2>
    <ul className="tree-view">
      {tree.goals.map(({ id, code, shortName, objectives }) => (
        <li key={id}>
          <b>{code}</b> {shortName}
          <ul>
            {objectives.map((objective) => (
              <li key={objective.id}>
                <b>{objective.code}</b> {objective.shortName}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </div>
);
