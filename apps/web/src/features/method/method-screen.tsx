import { useQuery } from '@tanstack/react-query';
import { useSession, useStrategy } from '../../lib/session.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { CaseTable } from './case-table.tsx';
import { AsOf, Marks } from './mark-parts.tsx';
import { parts } from './method-part.tsx';
import { type MethodPage, methodQuery } from './method-queries.ts';
import { Deviation, Explanation, Ratings } from './rating-parts.tsx';
import { Assessments, Attention, RollUps, Targets } from './result-parts.tsx';
import { SourceTable } from './source-table.tsx';
import { DueDates, States } from './state-parts.tsx';
import './method.scss';

/** How every rating is worked out: in words, and as the cases that the engine has to get right. */
export const MethodScreen = () => {
  const query = useQuery(methodQuery(useStrategy().id));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading title="Method" />
          <p className="soft measure">
            How every rating, state and count on these screens comes about, in plain words.
          </p>
        </div>
      </header>
      <Loaded query={query} what="The method" placeholder={<Loading what="the method" height={560} lines={10} />}>
        {(method) => <MethodBody method={method} />}
      </Loaded>
    </div>
  );
};

const MethodBody = ({ method }: { method: MethodPage }) => {
  const { mode } = useSession();
  return (
    <div className="method">
      <nav className="method__list" aria-label="On this page">
        <ul>
          {Object.entries(parts).map(([name, title]) => (
            <li key={name}>
              <a href={`#${name}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="method__parts">
        <Ratings threshold={method.threshold} />
        <Deviation method={method} />
        <Explanation threshold={method.threshold} />
        <States selfApproval={method.selfApproval} />
        <DueDates dueDates={method.dueDates} />
        <RollUps />
        <Assessments names={method.assessmentNames} />
        <Attention />
        <Targets />
        <AsOf />
        <Marks isEvaluation={mode === 'evaluation'} />
        <CaseTable cases={method.cases} />
        <SourceTable sources={method.sources} />
      </div>
    </div>
  );
};
