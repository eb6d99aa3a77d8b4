// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { SentInHalves } from '../../testing/sent-in-halves.ts';
import { EvidenceDisclosure, EvidenceSection } from './evidence-panel.tsx';
import type { EvidenceOfYear } from './evidence-queries.ts';

const place = { strategy: 'fbs-2018-2022', indicator: '1.2-D', year: 2022, asOf: undefined };
const url = '/api/strategies/fbs-2018-2022/indicators/1.2-D/evidence/2022';
const by = { person: 'Dana Whitfield', at: '2022-11-01T12:00:00.000Z' };

const evidence: EvidenceOfYear = {
  asOf: null,
  pieces: [
    {
      id: 'a',
      kind: 'link',
      title: 'Records',
      url: 'https://www.state.gov/r',
      fileName: null,
      fileType: null,
      size: null,
      ...by,
    },
    {
      id: 'b',
      kind: 'file',
      title: 'Report',
      url: null,
      fileName: 'report.pdf',
      fileType: 'pdf',
      size: 2_400_000,
      ...by,
    },
  ],
  withheld: false,
  sizeLimit: 1,
  rights: { change: true, lock: null },
};

type Sent = { readonly url: string; readonly init: RequestInit | undefined };

const serve = (answer: EvidenceOfYear, write: () => Response = () => new Response('{}', { status: 201 })): Sent[] => {
  const sent: Sent[] = [];
  vi.stubGlobal('XMLHttpRequest', SentInHalves);
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if ((init?.method ?? 'GET') === 'GET') return new Response(JSON.stringify(answer));
    sent.push({ url: address, init });
    return write();
  });
  return sent;
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const section = <EvidenceSection place={place} label="FY 2022" />;
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('folded, it says how much there is', async () => {
  serve(evidence);
  await renderInSite(<EvidenceDisclosure place={place} />);
  expect(await screen.findByText('Evidence (2)')).toBeDefined();
});

test('a link opens elsewhere, a file is saved; both say what they are', async () => {
  serve(evidence);
  await renderInSite(section);
  const link = await screen.findByRole('link', { name: 'Records (opens in a new tab)' });
  expect(link.getAttribute('rel')).toContain('noopener');
  expect(screen.getByText('(www.state.gov)')).toBeDefined();
  const file = screen.getByRole('link', { name: 'Report (saves the file)' });
  expect(file.getAttribute('href')).toBe(`${url}/b/file`);
  expect(file.getAttribute('download')).toBe('report.pdf');
  expect(screen.getByText('(PDF, 2.4 MB)')).toBeDefined();
});

test('a link without title and address is not sent: each field says what to do, and the first has the focus', async () => {
  const sent = serve(evidence);
  await renderInSite(section);
  await press('Add a link');
  await press('Add the link');
  expect(screen.getByText('Enter what the link shows')).toBeDefined();
  expect(screen.getByText(/Enter a web address/)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText('What it shows'));
  expect(sent).toEqual([]);
});

test('a file travels as a form with its title, and the focus goes back to its button', async () => {
  const sent = serve(evidence);
  await renderInSite(section);
  await press('Add a file');
  const file = new File(['%PDF-1.7'], 'report.pdf');
  await userEvent.upload(screen.getByLabelText('File'), file);
  await userEvent.type(screen.getByLabelText(/What it shows/), 'Report');
  await press('Add the file');
  const button = await screen.findByRole('button', { name: 'Add a file', expanded: false });
  expect(document.activeElement).toBe(button);
  const form = sent[0]?.init?.body as FormData;
  expect([sent[0]?.url, [...form.keys()], form.get('title')]).toEqual([url, ['title', 'file'], 'Report']);
});

const drop = (files: readonly File[]): void => {
  const target = document.querySelector('.evidence-add');
  if (target === null) throw new Error('nothing takes files');
  fireEvent.drop(target, { dataTransfer: { types: ['Files'], files } });
};

test('a dropped file opens the form with it chosen, and is sent when its words are there', async () => {
  const sent = serve(evidence);
  await renderInSite(section);
  await screen.findByRole('button', { name: 'Add a file' });
  drop([new File(['%PDF-1.7'], 'dropped.pdf')]);
  await userEvent.type(await screen.findByLabelText(/What it shows/), 'Report');
  await press('Add the file');
  await screen.findByRole('button', { name: 'Add a file', expanded: false });
  const form = sent[0]?.init?.body as FormData;
  expect([(form.get('file') as File).name, form.get('title')]).toEqual(['dropped.pdf', 'Report']);
});

test('of several dropped files none is taken in silence', async () => {
  const sent = serve(evidence);
  await renderInSite(section);
  await screen.findByRole('button', { name: 'Add a file' });
  drop([new File(['a'], 'a.txt'), new File(['b'], 'b.txt')]);
  expect(await screen.findByText('These are 2 files: add one at a time')).toBeDefined();
  await press('Add the file');
  expect(sent).toEqual([]);
});

test('while a file is sent, its form says how far it is', async () => {
  let answer = () => {};
  serve(evidence, () => new Response('{}', { status: 201 }));
  const asked = globalThis.fetch;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    if (init?.method === 'POST') await new Promise<void>((done) => (answer = done));
    return asked(address, init);
  });
  await renderInSite(section);
  await press('Add a file');
  await userEvent.upload(screen.getByLabelText('File'), new File(['%PDF-1.7'], 'report.pdf'));
  await press('Add the file');
  expect(await screen.findByRole('progressbar', { name: 'Sending report.pdf (8 bytes)… 100%' })).toBeDefined();
  answer();
  await screen.findByRole('button', { name: 'Add a file', expanded: false });
});

test('a file that is too large is refused before it is sent', async () => {
  const sent = serve(evidence);
  await renderInSite(section);
  await press('Add a file');
  await userEvent.upload(screen.getByLabelText('File'), new File(['a'.repeat(1_200_000)], 'large.pdf'));
  await press('Add the file');
  expect(screen.getByText(/This file has 1\.2 MB: choose one of up to 1 MB/)).toBeDefined();
  expect(sent).toEqual([]);
});

test('what the server says of a file stands at its field', async () => {
  const refusal = {
    detail: 'The file holds macros.',
    errors: [{ pointer: '/file', detail: 'The file holds macros.' }],
  };
  serve(evidence, () => new Response(JSON.stringify(refusal), { status: 422 }));
  await renderInSite(section);
  await press('Add a file');
  const field = screen.getByLabelText('File');
  await userEvent.upload(field, new File(['a'], 'macros.docx'));
  await press('Add the file');
  await screen.findByText('The file holds macros.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field);
});

test('a piece is removed by a button that names it', async () => {
  const sent = serve(evidence, () => new Response('{}'));
  await renderInSite(section);
  await press('Remove Report');
  expect(sent).toMatchObject([{ url: `${url}/b`, init: { method: 'DELETE' } }]);
});

test('who may not change it finds no button; what is withheld says for whom it is', async () => {
  serve({ ...evidence, pieces: [], withheld: true, rights: { change: false, lock: 'Only planners may.' } });
  await renderInSite(section);
  expect(await screen.findByText(/not reported yet/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
