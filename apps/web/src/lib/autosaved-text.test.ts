// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AutosavedText, type SaveAnswer } from './autosaved-text.ts';

const saved = { text: 'old', version: 3 };
const theirs = (text: string) => ({ text, version: 5, person: 'Ana', at: '2022-11-01T10:00:00Z' });

const textWith = (save: (text: string, seen: number) => Promise<SaveAnswer>) =>
  new AutosavedText({ person: 'planner', name: 'narrative', saved, save, delay: 5 });

const accepted = () =>
  vi.fn(async (_: string, seen: number): Promise<SaveAnswer> => ({ kind: 'saved', version: seen + 1 }));

describe('AutosavedText', () => {
  beforeEach(() => sessionStorage.clear());

  it('saves after a rest, once, with the version seen', async () => {
    const save = accepted();
    const text = textWith(save);
    text.type('n');
    text.type('new');
    await vi.waitFor(() => expect(text.getState().status).toBe('saved'));
    expect(save.mock.calls).toEqual([['new', 3]]);
  });

  it('sends what was typed while a save was on its way, with the version it brought', async () => {
    const sent: [string, number][] = [];
    const text = textWith(async (typed, seen) => {
      sent.push([typed, seen]);
      if (sent.length === 1) text.type('new and more');
      return { kind: 'saved', version: seen + 1 };
    });
    text.type('new');
    await text.flush();
    await vi.waitFor(() => expect(text.getState().status).toBe('saved'));
    expect(sent).toEqual([
      ['new', 3],
      ['new and more', 4],
    ]);
  });

  it('keeps the text and says why where saving fails, and finds it again later', async () => {
    const text = textWith(() => Promise.reject(new Error('The server is away.')));
    text.type('new');
    await text.flush();
    expect(text.getState()).toMatchObject({ text: 'new', status: 'failed', reason: 'The server is away.' });
    const save = accepted();
    const later = textWith(save);
    expect(later.getState()).toMatchObject({ text: 'new', status: 'unsaved' });
    await later.flush();
    expect(save).toHaveBeenCalledWith('new', 3);
    expect(textWith(save).getState()).toMatchObject({ text: 'old', status: 'saved' });
  });

  it('asks where somebody else changed the same text, and saves the choice on top of theirs', async () => {
    const save = accepted().mockResolvedValueOnce({ kind: 'stale', theirs: theirs('theirs') });
    const text = textWith(save);
    text.type('mine');
    await text.flush();
    expect(text.getState()).toMatchObject({ text: 'mine', status: 'conflict', theirs: { text: 'theirs' } });
    await text.resolve('both');
    expect(save).toHaveBeenLastCalledWith('both', 5);
    expect(text.getState()).toMatchObject({ text: 'both', status: 'saved' });
  });

  it('does not send again where their version is chosen', async () => {
    const save = accepted().mockResolvedValueOnce({ kind: 'stale', theirs: theirs('theirs') });
    const text = textWith(save);
    text.type('mine');
    await text.flush();
    await text.resolve('theirs');
    expect(save).toHaveBeenCalledTimes(1);
    expect(text.getState()).toMatchObject({ text: 'theirs', status: 'saved' });
  });

  it('does not ask where somebody else changed another field only', async () => {
    const save = accepted().mockResolvedValueOnce({ kind: 'stale', theirs: theirs('old') });
    const text = textWith(save);
    text.type('mine');
    await text.flush();
    expect(save).toHaveBeenLastCalledWith('mine', 5);
    expect(text.getState().status).toBe('saved');
  });

  it('takes over what the server has now, but not under the hands of who is typing', () => {
    const save = accepted();
    const options = { person: 'planner', name: 'narrative', save, delay: 10_000 };
    const text = new AutosavedText({ ...options, saved });
    text.update({ ...options, saved: { text: 'newer', version: 4 } });
    expect(text.getState().text).toBe('newer');
    text.type('mine');
    text.update({ ...options, saved: { text: 'newest', version: 5 } });
    expect(text.getState().text).toBe('mine');
  });

  it('does not send what has to be mended first', async () => {
    const save = accepted();
    const check = (text: string) => (text === '' ? 'Write something' : undefined);
    const text = new AutosavedText({ person: 'planner', name: 'reason', saved, save, check });
    text.type('');
    await text.flush();
    expect(text.getState()).toMatchObject({ status: 'failed', reason: 'Write something' });
    expect(save).not.toHaveBeenCalled();
  });
});
