// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SaveAnswer } from '../../lib/autosaved-text.ts';
import { type CellWork, type TypedCell, TypedCells } from './typed-cells.ts';

const key = '1.2-D:value';
const seen = { text: '4,310', version: 2 };
const theirs = (text: string) => ({ text, version: 5, person: 'Marcus', at: '2022-11-01T10:00:00Z' });
const saved: SaveAnswer = { kind: 'saved', version: 3 };

const workWith = (send: (cell: TypedCell) => Promise<SaveAnswer>, more: Partial<CellWork> = {}) => ({
  person: 'planner',
  place: 'entry:2022',
  check: ({ text }: TypedCell) => (/^[\d,]*$/.test(text) ? null : 'Enter a number'),
  needsReason: () => false,
  send: vi.fn(send),
  onSaved: vi.fn(),
  onNotSaved: vi.fn(),
  ...more,
});

const typed = (work: CellWork, text: string): TypedCells => {
  const cells = new TypedCells(work);
  cells.begin('1.2-D', 'value', seen, text);
  cells.commit(key);
  return cells;
};

describe('TypedCells', () => {
  beforeEach(() => sessionStorage.clear());

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
    later.restore(['1.2-D']);
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
    cells.begin('1.2-D', 'value', seen, '4,871');
    await vi.waitFor(() => expect(work.onSaved).toHaveBeenCalled());
    expect(cells.getCells().get(key)).toMatchObject({ text: '4,871', status: 'typing', seen: { text: '4,870' } });
  });
});
