// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderInSite } from '../../testing/render-in-site.tsx';
import { ElementHistory } from './element-history.tsx';
import { LinkageConflict } from './linkage-conflict.tsx';
import { draftOf } from './linkage-draft.ts';
import type { ElementPage } from './linkages-queries.ts';
import { LoadPreview } from './load-preview.tsx';
import type { FrameworkLoad } from './load-queries.ts';
import { linkagesExample } from './testing/linkages-example.ts';

afterEach(cleanup);

const [linkage] = linkagesExample.linkages;
if (linkage === undefined) throw new Error('the example has no linkage');

test('a conflict shows what both versions say differently, and offers to go on or to leave it', async () => {
  const onKeepMine = vi.fn();
  const mine = { ...draftOf(linkage), strength: 'enabling' as const };
  await renderInSite(<LinkageConflict mine={mine} theirs={linkage} onKeepMine={onKeepMine} onClose={() => {}} />);
  screen.getByRole('row', { name: 'Strength Enabling Direct' });
  expect(screen.queryByRole('row', { name: /Quotation/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
  expect(onKeepMine).toHaveBeenCalledOnce();
});

test('over a linkage that somebody removed nothing can be saved', async () => {
  const theirs = { ...linkage, removed: true };
  await renderInSite(
    <LinkageConflict mine={draftOf(linkage)} theirs={theirs} onKeepMine={() => {}} onClose={() => {}} />,
  );
  screen.getByText('Someone removed this linkage while you had it open');
  expect(screen.queryByRole('button', { name: 'Go on with mine' })).toBeNull();
});

const event = (version: number, action: ElementPage['history'][number]['action'], of = '1') => ({
  person: 'Dana Whitfield',
  at: `2026-01-0${version}T12:00:00.000Z`,
  action,
  linkage: `goal ${of}`,
  version,
  subject: { kind: 'goal' as const, code: of },
  strength: 'direct' as const,
  reason: null,
});

const history = [event(4, 'removed', '2'), event(3, 'restored'), event(2, 'removed'), event(1, 'added')];
const page = { history } as unknown as ElementPage;

test('only a removal that nothing followed can be taken back, with the version that was seen', async () => {
  const restore = vi.fn();
  const tools = { add: () => {}, edit: () => {}, remove: () => {}, restore };
  await renderInSite(<ElementHistory page={page} tools={tools} />);
  await userEvent.click(screen.getByText('What was done to its linkages (4)'));
  await userEvent.click(screen.getByRole('button', { name: 'Bring back goal 2' }));
  expect(restore).toHaveBeenCalledWith({ id: 'goal 2', version: 4 });
  expect(screen.queryByRole('button', { name: 'Bring back goal 1' })).toBeNull();
});

test('who may not edit linkages reads their history and finds nothing to press', async () => {
  await renderInSite(<ElementHistory page={page} tools={null} />);
  await userEvent.click(screen.getByText('What was done to its linkages (4)'));
  expect(screen.queryAllByRole('button')).toEqual([]);
});

const element = (outcome: FrameworkLoad['elements'][number]['outcome'], code: string, sentence: string | null) => ({
  row: 2,
  outcome,
  sentence,
  depth: 0,
  linkages: 0,
  code,
  parent: null,
  level: 'goal',
  label: `Goal ${code}`,
  text: null,
  quote: null,
});

test('of a file with rows to mend these are shown first, and everything on request', async () => {
  const load: FrameworkLoad = {
    framework: { code: 'X', title: 'X', isNew: true, version: 0 },
    saved: false,
    notices: [],
    counts: { added: 1, changed: 0, unchanged: 0, gone: 0, held: 0, refused: 1 },
    elements: [element('added', '1', null), element('refused', '2', 'Write the text of the element.')],
  };
  await renderInSite(<LoadPreview load={load} />);
  screen.getByText('Write the text of the element.');
  expect(screen.queryByText('Goal 1')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Everything (2)' }));
  screen.getByText('Goal 1');
  screen.getByText('Is added.');
});
