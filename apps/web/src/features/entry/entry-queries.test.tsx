// @vitest-environment happy-dom
import type { Entry } from '@fbs/contract';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { type EntryList, entryListQuery, takeOverEntry } from './entry-queries.ts';
import { exampleRow } from './testing/entry-row-example.ts';

afterEach(cleanup);

const place = { strategy: 'fbs', year: 2022, asOf: undefined };
const row = exampleRow('1.2-D');

const Figure = () => {
  const list = useQuery({ ...entryListQuery(place), enabled: false });
  return <p>{list.data?.indicators[0]?.entry.value ?? 'no figure'}</p>;
};

test('the screen shows what was written before the writer hears that it is done', async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(entryListQuery(place).queryKey, { indicators: [row] } as unknown as EntryList);
  render(
    <QueryClientProvider client={queryClient}>
      <Figure />
    </QueryClientProvider>,
  );
  expect(screen.getByText('no figure')).toBeDefined();
  const answer = { ...row.entry, value: '4870', rights: row.rights } as unknown as Entry;
  await takeOverEntry(queryClient, place, answer);
  expect(document.body.textContent).toBe('4870');
});
