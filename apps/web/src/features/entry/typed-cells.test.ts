import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../../lib/api-client.ts';
import type { SaveAnswer } from '../../lib/autosaved-text.ts';
import { memoryStore } from './testing/memory-store.ts';
import { type CellWork, type TypedCell, TypedCells } from './typed-cells.ts';

const key = '1.2-D:value:2022';
const place = { code: '1.2-D', field: 'value', year: 2022 } as const;
const seen = { text: '4,310', version: 2 };
const theirs = (text: string) => ({ text, version: 5, person: 'Marcus', at: '2022-11-01T10:00:00Z' });
const saved: SaveAnswer = { kind: 'saved', version: 3 };

const workWith = (send: (cell: TypedCell) => Promise<SaveAnswer>, more: Partial<CellWork> = {}) => ({
  store: memoryStore(),
  tidy: ({ text }: TypedCell) => text.trim(),
  onEdit: vi.fn(),
  check: ({ text }: TypedCell) => (/^[\d,]*$/.test(text) ? null : 'Enter a number'),
  needsReason: () => false,
  send: vi.fn(send),
  onSaved: vi.fn(),
  onNotSaved: vi.fn(),
  ...more,
});

const typed = (work: CellWork, text: string): TypedCells => {
  const cells = new TypedCells(work);
  cells.begin(place, seen, text);
  cells.commit(key);
  return cells;
};

const away = () => Promise.reject(new ApiProblem(0, {}));

describe('a cell that cannot be sent', () => {
  it('waits, outlives the page with its reason, and is sent later', async () => {
    let isAway = true;
    const work = workWith(async () => (isAway ? away() : saved), { needsReason: () => true });
    const cells = typed(work, '4,870');
    await cells.giveReason(key, { reason: 'A late report came in.' });
    expect(cells.getCells().get(key)).toMatchObject({
      status: 'waiting',
      grounds: { reason: 'A late report came in.' },
    });
    isAway = false;
    const later = new TypedCells(work);
    await later.restore([2021]);
    await vi.waitFor(() => expect(work.onSaved).toHaveBeenCalledOnce());
    expect(later.getCells().size).toBe(0);
    expect(work.send).toHaveBeenLastCalledWith(expect.anything(), { reason: 'A late report came in.' });
    expect(await work.store.list()).toEqual([]);
  });

  it('says so once, however often it is tried again', async () => {
    const work = workWith(away);
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('waiting'));
    cells.sendWaiting();
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('waiting'));
    expect(work.send).toHaveBeenCalledTimes(2);
    expect(work.onNotSaved).toHaveBeenCalledOnce();
  });

  it('leads into the question which version stands where somebody was faster meanwhile', async () => {
    let isAway = true;
    const work = workWith(async () => (isAway ? away() : { kind: 'stale', theirs: theirs('4,900') }));
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('waiting'));
    isAway = false;
    cells.sendWaiting();
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('conflict'));
  });

  it('is done where somebody entered the very same', async () => {
    const work = workWith(async () => ({ kind: 'stale', theirs: theirs('4,870') }));
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().size).toBe(0));
    expect(work.onSaved).toHaveBeenCalledOnce();
  });

  it('of another year that failed for another reason stays where it is kept', async () => {
    const work = workWith(() => Promise.reject(new Error('No.')));
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('failed'));
    const later = new TypedCells(work);
    await later.restore([2021]);
    expect(later.getCells().size).toBe(0);
    expect(await work.store.list()).toHaveLength(1);
  });
});

describe('TypedCells', () => {
  it('saves what was typed and forgets it', async () => {
    const work = workWith(async () => saved);
    const cells = typed(work, '4,870');
    expect(cells.getCells().get(key)).toMatchObject({ text: '4,870', status: 'saving' });
    await vi.waitFor(() => expect(cells.getCells().size).toBe(0));
    expect(work.onSaved).toHaveBeenCalledOnce();
  });

  it('sends nothing where nothing changed', () => {
    const work = workWith(async () => saved);
    expect(typed(work, '4,310').getCells().size).toBe(0);
    expect(work.send).not.toHaveBeenCalled();
  });

  it('keeps what cannot be read, with the sentence, and does not send it', () => {
    const work = workWith(async () => saved);
    expect(typed(work, '9.2.00').getCells().get(key)).toMatchObject({
      text: '9.2.00',
      status: 'invalid',
      reason: 'Enter a number',
    });
    expect(work.send).not.toHaveBeenCalled();
  });

  it('keeps what was refused, also for a later visit', async () => {
    const work = workWith(() => Promise.reject(new Error('The server is away.')));
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('failed'));
    const later = new TypedCells(work);
    await later.restore([2022]);
    expect(later.getCells().get(key)).toMatchObject({ text: '4,870', status: 'failed', seen });
  });

  it('waits for a reason where the rules want one', async () => {
    const work = workWith(async () => saved, { needsReason: () => true });
    const cells = typed(work, '4,870');
    expect(cells.getCells().get(key)?.status).toBe('asking');
    await cells.giveReason(key, { reason: 'A late report came in.' });
    expect(work.send).toHaveBeenCalledWith(expect.objectContaining({ text: '4,870' }), {
      reason: 'A late report came in.',
    });
    expect(cells.getCells().size).toBe(0);
  });

  it('holds both versions where two people changed the figure, and saves the choice on top of theirs', async () => {
    const sent: TypedCell[] = [];
    const work = workWith(async (cell) => {
      sent.push(cell);
      return sent.length === 1 ? { kind: 'stale', theirs: theirs('4,900') } : saved;
    });
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('conflict'));
    expect(cells.getCells().get(key)).toMatchObject({ text: '4,870', theirs: { text: '4,900' } });
    cells.resolve(key, '4,885');
    await vi.waitFor(() => expect(cells.getCells().size).toBe(0));
    expect(sent[1]).toMatchObject({ text: '4,885', seen: { version: 5 } });
  });

  it('sends again without asking where the other person changed something else', async () => {
    const work = workWith(async (cell) =>
      cell.seen.version === 2 ? { kind: 'stale', theirs: theirs('4,310') } : saved,
    );
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().size).toBe(0));
    expect(work.send).toHaveBeenCalledTimes(2);
  });

  it('takes their version without sending it', async () => {
    const work = workWith(async () => ({ kind: 'stale', theirs: theirs('4,900') }));
    const cells = typed(work, '4,870');
    await vi.waitFor(() => expect(cells.getCells().get(key)?.status).toBe('conflict'));
    cells.resolve(key, '4,900');
    expect(cells.getCells().size).toBe(0);
    expect(work.send).toHaveBeenCalledOnce();
  });

  it('does not lose what is typed while an earlier save is on its way', async () => {
    const work = workWith(async () => saved);
    const cells = typed(work, '4,870');
    cells.begin(place, seen, '4,871');
    await vi.waitFor(() => expect(work.onSaved).toHaveBeenCalled());
    expect(cells.getCells().get(key)).toMatchObject({ text: '4,871', status: 'typing', seen: { text: '4,870' } });
  });
});
