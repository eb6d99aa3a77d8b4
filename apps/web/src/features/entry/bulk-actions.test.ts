import type { EntryRow } from '@fbs/contract';
import { describe, expect, it, vi } from 'vitest';
import { byReason, resultSentence, runBulk } from './bulk-actions.ts';
import type { EntryWrites } from './use-entry-writes.ts';

const rightsOf = (submit: boolean) => ({ submit, approve: false, return: false, lock: null });
const rows = ['1.2-D', '2.1-C', '2.2-A'].map((code) => ({
  code,
  entry: { version: 3, state: 'draft' },
  rights: rightsOf(true),
})) as unknown as EntryRow[];

describe('runBulk', () => {
  it('submits what goes through, says why the others do not, and counts both', async () => {
    const submit = vi.fn(async (code: string) => {
      if (code === '2.1-C') throw new Error('Explain this before you submit it.');
    });
    const result = await runBulk('submit', rows, { submit } as unknown as EntryWrites, '');
    expect(submit.mock.calls).toEqual([
      ['1.2-D', 3],
      ['2.1-C', 3],
      ['2.2-A', 3],
    ]);
    expect(result.done).toEqual(['1.2-D', '2.2-A']);
    expect(result.refused).toEqual([{ code: '2.1-C', reason: 'Explain this before you submit it.' }]);
    expect(resultSentence(result)).toBe('2 values submitted. 1 value refused.');
  });

  it('says of each selected row that cannot be taken along why, and asks the server for the others alone', async () => {
    const submit = vi.fn(async () => undefined);
    const others = [
      { code: '3.1-A', entry: { version: 2, state: 'approved' }, rights: rightsOf(false) },
      { code: '3.1-B', entry: { version: 0, state: 'not_reported' }, rights: rightsOf(false) },
    ] as unknown as EntryRow[];
    const result = await runBulk('submit', [...rows, ...others], { submit } as unknown as EntryWrites, '');
    expect(submit).toHaveBeenCalledTimes(3);
    expect(result.refused).toEqual([
      { code: '3.1-A', reason: 'It is approved already.' },
      { code: '3.1-B', reason: 'Nothing is entered yet.' },
    ]);
    const decided = await runBulk('approve', others, {} as unknown as EntryWrites, '');
    expect(decided.refused.map(({ reason }) => reason)).toEqual([
      'It is not submitted: there is nothing to decide.',
      'It is not submitted: there is nothing to decide.',
    ]);
  });

  it('tells first what can be mended, each reason once with all that it holds back, and last what is done already', () => {
    const approved = 'It is approved already.';
    const refused = [
      { code: '1.1-A', reason: approved },
      { code: '1.1-B', reason: 'Nothing is entered yet.' },
      { code: '1.1-C', reason: approved },
      { code: '1.1-D', reason: 'Nothing is entered yet.' },
    ];
    expect(byReason(refused)).toEqual([
      { reason: 'Nothing is entered yet.', codes: ['1.1-B', '1.1-D'] },
      { reason: approved, codes: ['1.1-A', '1.1-C'] },
    ]);
  });

  it('says so where nothing went through', () => {
    expect(resultSentence({ kind: 'approve', done: [], refused: [{ code: '1.2-D', reason: 'No.' }] })).toBe(
      'Nothing approved. 1 value refused.',
    );
  });
});
