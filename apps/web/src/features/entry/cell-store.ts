import type { CellPlace, Grounds, TypedCell } from './typed-cells.ts';

/** A cell that is not saved, as it outlives the page. `waiting`: it could not be sent, and is sent later by itself. */
export type KeptCell = CellPlace &
  Pick<TypedCell, 'text' | 'seen'> & { readonly waiting: boolean; readonly grounds: Grounds | null };

/** Where unsaved cells of one person and strategy are kept; a browser that keeps nothing only forgets sooner. */
export type CellStore = {
  readonly list: () => Promise<readonly KeptCell[]>;
  readonly put: (cell: KeptCell) => void;
  readonly remove: (cell: CellPlace) => void;
};

const storeName = 'unsaved-cells';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('fbs-entry', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName);
  return answerOf(request);
};

/** Keeps cells in the browser's own database: they outlive the tab, and are found again only by who typed them. */
export const openCellStore = (person: string, strategy: string): CellStore => {
  const prefix = `${person}|${strategy}|`;
  const nameOf = ({ year, code, field }: CellPlace): string => `${prefix}${year}|${code}|${field}`;
  const opened = (async () => open())();
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answerOf(work((await opened).transaction(storeName, mode).objectStore(storeName)));
  // Without storage (private browsing, a full disk) what was typed still stands in its cell.
  const quietly = (done: Promise<unknown>): void => void done.catch(() => undefined);
  return {
    list: () => run('readonly', (store) => store.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`))).catch(() => []),
    put: (cell) => quietly(run('readwrite', (store) => store.put(cell, nameOf(cell)))),
    remove: (cell) => quietly(run('readwrite', (store) => store.delete(nameOf(cell)))),
  };
};
