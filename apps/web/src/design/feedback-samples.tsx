import { Disclosure } from '../ui/disclosure.tsx';
import { Empty } from '../ui/empty.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';

const refusal = { title: 'The server cannot be reached', detail: 'Check the network connection, then try again.' };

export const FeedbackSamples = () => (
  <section className="stack">
    <h2>What the product says</h2>
    <div className="columns columns--even">
      <div className="stack">
        <Notice title="The year is frozen">
          Its review is final. Figures change only when the review is reopened.
        </Notice>
        <Notice kind="warning" title="An explanation is required">
          4,600 is 23.3% under the target of 6,000, but better than 4,120 in FY 2021.
        </Notice>
        <Notice kind="error" title="Not saved" />
        <Notice kind="done" title="4 drafts submitted" />
        <ErrorMessage title="The overview could not be loaded" error={refusal} onRetry={() => undefined} />
      </div>
      <div className="stack">
        <Empty title="Nothing needs attention">Every due indicator has been reported and explained.</Empty>
        <Loading what="the overview" height={160} />
        <ProgressBar words="Sending report.pdf (8 MB)… 40%" share={0.4} />
        <ProgressBar words="Waiting for its turn" share={null} note="Nobody knows yet how far it is" />
        <Disclosure summary="How is this rated?" open>
          4,310 is 7.8% above the target of 4,000; higher is better; within the 10% band.
        </Disclosure>
        <dl className="facts">
          <dt>Unit</dt>
          <dd>people</dd>
          <dt>Source</dt>
          <dd>Performance indicator data on training and funding</dd>
        </dl>
        <ol className="history">
          <li>
            <b>4,310</b> approved
            <br />
            <span className="small soft">Reviewer, Dec. 9, 2021, 2:14 p.m.</span>
          </li>
          <li>
            <b>4,310</b> corrected from 4,130: digits swapped
            <br />
            <span className="small soft">Planner, Dec. 2, 2021, 9:41 a.m.</span>
          </li>
        </ol>
      </div>
    </div>
  </section>
);
