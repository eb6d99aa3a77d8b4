import { QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FoldedList } from '../ui/folded-list.tsx';
import { Later } from '../ui/later.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Loading } from '../ui/loading.tsx';
import { ScrollFrame } from '../ui/scroll-frame.tsx';

const never = () => new Promise<string>(() => undefined);
const refused = () =>
  Promise.reject({ title: 'The server cannot be reached', detail: 'Check the network connection.' });
const there = async () => '13 of 17 performance indicators due have been reported.';

const sample = (name: string, queryFn: () => Promise<string>) =>
  queryOptions({ queryKey: ['design', name], queryFn, retry: false });

const Sample = ({ name, answer }: { name: string; answer: () => Promise<string> }) => {
  const query = useQuery(sample(name, answer));
  return (
    <Loaded query={query} what="The board" placeholder={<Loading what="the board" />} wayOn={<a href="#main">Go up</a>}>
      {(words) => <p>{words}</p>}
    </Loaded>
  );
};

const years = Array.from({ length: 40 }, (_, index) => `FY ${2018 + index}`);

/** The states of what is loaded, a list that unfolds, and a frame that scrolls. */
export const LoadedSamples = () => {
  const [client] = useState(() => new QueryClient());
  return (
    <section className="stack">
      <h2>What is loaded, folded or scrolled</h2>
      <QueryClientProvider client={client}>
        <div className="columns">
          <Sample name="waiting" answer={never} />
          <Sample name="refused" answer={refused} />
          <Sample name="there" answer={there} />
        </div>
      </QueryClientProvider>
      <FoldedList
        className="stack"
        first={2}
        items={years.slice(0, 5).map((year) => ({ key: year, content: <a href="#main">{year}</a> }))}
      />
      <ScrollFrame label="Forty years">
        <p style={{ whiteSpace: 'nowrap' }}>{years.join(', ')}</p>
      </ScrollFrame>
      <Later>
        <p>What stands further down is worked out once what is above has been painted.</p>
      </Later>
    </section>
  );
};
