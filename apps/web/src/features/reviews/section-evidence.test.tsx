// @vitest-environment happy-dom
import type { ReviewSection } from '@fbs/contract';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { SentInHalves } from '../../testing/sent-in-halves.ts';
import { SectionEvidence } from './section-evidence.tsx';
import { useReviewWrites } from './use-review-writes.ts';

const place = { strategy: 'fbs-2018-2022', year: 2022, asOf: '2022-11-02' };
const url = '/api/strategies/fbs-2018-2022/reviews/2022/objectives/1.2';
const link = { title: 'TIP Report', url: 'https://www.state.gov/reports' };
const file = {
  title: 'Award reports',
  fileName: 'grants.csv',
  fileType: 'csv' as const,
  size: 2_400,
  sha256: 'a'.repeat(64),
};
const section = {
  objective: '1.2',
  state: 'drafting',
  version: 3,
  evidence: [link],
  files: [file],
  sizeLimit: 10,
} as unknown as ReviewSection;

const Part = ({ isOpen }: { isOpen: boolean }) => (
  <SectionEvidence section={section} place={place} writes={useReviewWrites(place)} isOpen={isOpen} />
);

type Sent = { readonly what: string; readonly tag: string | null; readonly body: unknown };

/** Somebody else was faster, once or more; then the section is written as asked. */
const serveStale = (current: object, times = 1): Sent[] => {
  const sent: Sent[] = [];
  vi.stubGlobal('XMLHttpRequest', SentInHalves);
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', headers, body }: RequestInit) => {
    if (method === 'GET') return new Response('{}');
    sent.push({ what: `${method} ${address}`, tag: new Headers(headers).get('if-match'), body });
    if (sent.length > times) return new Response(JSON.stringify({ ...section, version: 9 }));
    const detail = 'Someone changed this while you had it open.';
    return new Response(JSON.stringify({ status: 412, detail, current: { ...section, ...current } }), { status: 412 });
  });
  return sent;
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('links and files stand in one list; a file is saved as it stood on the day looked at', async () => {
  await renderInSite(<Part isOpen={false} />);
  const saved = await screen.findByRole('link', { name: 'Award reports (saves the file)' });
  expect(saved.getAttribute('href')).toBe(`${url}/evidence/${file.sha256}/file?asOf=2022-11-02`);
  expect(screen.getByText('(CSV, 2 kB)')).toBeDefined();
  expect(screen.getByRole('link', { name: 'TIP Report (opens in a new tab)' })).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a file is added to the section as others left it meanwhile', async () => {
  const sent = serveStale({ version: 7 });
  await renderInSite(<Part isOpen />);
  await press('Add a file');
  await userEvent.upload(screen.getByLabelText('File'), new File(['%PDF-1.7'], 'report.pdf'));
  await press('Add the file');
  await screen.findByRole('button', { name: 'Add a file', expanded: false });
  expect(sent.map(({ what, tag }) => [what, tag])).toEqual([
    [`POST ${url}/evidence`, '"3"'],
    [`POST ${url}/evidence`, '"7"'],
  ]);
});

test('a file is added also where others were faster several times', async () => {
  const sent = serveStale({ version: 7 }, 4);
  await renderInSite(<Part isOpen />);
  await press('Add a file');
  await userEvent.upload(screen.getByLabelText('File'), new File(['%PDF-1.7'], 'report.pdf'));
  await press('Add the file');
  await screen.findByRole('button', { name: 'Add a file', expanded: false });
  expect(sent).toHaveLength(5);
});

test('a link is added to those that others have added meanwhile', async () => {
  const theirs = { title: 'Theirs', url: 'https://www.state.gov/theirs' };
  const sent = serveStale({ version: 7, evidence: [link, theirs] });
  await renderInSite(<Part isOpen />);
  await press('Add a link');
  await userEvent.type(screen.getByLabelText('What it shows'), 'Mine');
  await userEvent.type(screen.getByLabelText('Web address'), 'https://www.state.gov/mine');
  await press('Add the link');
  await screen.findByRole('button', { name: 'Add a link', expanded: false });
  const mine = { title: 'Mine', url: 'https://www.state.gov/mine' };
  expect(JSON.parse(String(sent[1]?.body))).toEqual({ evidence: [link, theirs, mine] });
});

test('a section that somebody submitted meanwhile is not taken back by adding to it', async () => {
  const sent = serveStale({ version: 7, state: 'submitted' });
  await renderInSite(<Part isOpen />);
  await press('Remove Award reports');
  expect(await screen.findByText(/The section was submitted meanwhile/)).toBeDefined();
  expect(sent.map(({ what }) => what)).toEqual([`DELETE ${url}/evidence/${file.sha256}`]);
});
