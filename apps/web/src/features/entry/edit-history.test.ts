import { describe, expect, it } from 'vitest';
import { type Edit, EditHistory } from './edit-history.ts';

const edit = (from: string, to: string, code = '1.2-D'): Edit => ({ code, field: 'value', year: 2022, from, to });
const texts = (edits: readonly Edit[]) => edits.map(({ code, from, to }) => `${code} ${from} > ${to}`);

const replayed = () => {
  const applied: Edit[] = [];
  return { applied, apply: (each: Edit) => void applied.push(each) };
};

describe('EditHistory', () => {
  it('undoes the last edit first, and does it again', () => {
    const history = new EditHistory();
    const { applied, apply } = replayed();
    history.record(edit('', '1'));
    history.record(edit('1', '2'));
    history.replay('undo', apply);
    history.replay('undo', apply);
    expect(history.getState()).toEqual({ canUndo: false, canRedo: true });
    history.replay('redo', apply);
    expect(texts(applied)).toEqual(['1.2-D 2 > 1', '1.2-D 1 > ', '1.2-D  > 1']);
  });

  it('undoes a pasted block as one, its last cell first', () => {
    const history = new EditHistory();
    const { applied, apply } = replayed();
    history.together(() => {
      history.record(edit('', '1', 'a'));
      history.record(edit('', '2', 'b'));
    });
    expect(history.replay('undo', apply)).toHaveLength(2);
    expect(texts(applied)).toEqual(['b 2 > ', 'a 1 > ']);
    expect(history.getState()).toEqual({ canUndo: false, canRedo: true });
  });

  it('does not take its own replay for a new edit, and forgets what was undone once something new is typed', () => {
    const history = new EditHistory();
    history.record(edit('', '1'));
    history.replay('undo', (each) => history.record(each));
    expect(history.getState()).toEqual({ canUndo: false, canRedo: true });
    history.record(edit('', '3'));
    expect(history.getState()).toEqual({ canUndo: true, canRedo: false });
  });

  it('does nothing where there is nothing to undo', () => {
    const history = new EditHistory();
    expect(history.replay('undo', () => undefined)).toEqual([]);
    expect(history.replay('redo', () => undefined)).toEqual([]);
  });
});
