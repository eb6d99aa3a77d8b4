import { strategyStateLabels } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { strategyName } from '../../lib/strategy-name.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Tag } from '../../ui/tag.tsx';
import { KeptWords } from './kept-words.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { type StrategyTree, treeQuery } from './strategies-queries.ts';
import { StrategySteps } from './strategy-steps.tsx';
import { TreeForm } from './tree-form.tsx';
import { TreeView } from './tree-view.tsx';
import './strategies.scss';

const Body = ({ tree }: { tree: StrategyTree }) => (
  <div className="stack stack--wide">
    <div className="row">
      <Tag>{strategyStateLabels[tree.state]}</Tag>
      <Link to="/" search={{ strategy: tree.id, year: undefined, asOf: undefined }}>
        Open its screens
      </Link>
      <StrategySteps tree={tree} />
      <Link to="/admin/strategies/import" search={{ into: tree.id }}>
        Compare with a newer edition
      </Link>
    </div>
    <KeptWords strategy={tree.id} />
    {tree.state === 'draft' ? <TreeForm key={tree.version} tree={tree} /> : <TreeView tree={tree} />}
  </div>
);

/** One strategy as it is prepared: a draft is a form, one in force or archived is read. */
export const StrategyTreeScreen = () => {
  const { id = '' } = useParams({ from: '/admin/strategies/$id' });
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/admin/strategies">Strategies</Link>
      </Breadcrumbs>
      <ManagersOnly>
        <Tree id={id} />
      </ManagersOnly>
    </div>
  );
};

const Tree = ({ id }: { id: string }) => {
  const query = useQuery(treeQuery(id));
  const { data } = query;
  return (
    <>
      <header className="page-head">
        <PageHeading title={data === undefined ? 'Strategy' : strategyName(data)} />
      </header>
      <Loaded
        query={query}
        what="The strategy"
        placeholder={<Loading what="the strategy" blocks={[40, 320, 320]} />}
        wayOn={<Link to="/admin/strategies">Go to the strategies</Link>}
      >
        {(tree) => <Body tree={tree} />}
      </Loaded>
    </>
  );
};
