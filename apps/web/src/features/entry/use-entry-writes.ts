import type { Entry } from '@fbs/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { createWriteChains, type Written } from '../../lib/write-chain.ts';
import { type EntryYear, takeOverEntry } from './entry-queries.ts';

type Put = 'PUT /api/strategies/:strategy/indicators/:indicator/values/:year';
type SetTarget = 'PUT /api/strategies/:strategy/indicators/:indicator/targets/:year';
export type ValueChange = InputOf<Put>['body'];
export type TargetChange = InputOf<SetTarget>['body'];

export type WrittenEntry = Written & { readonly entry: Entry };

/** Every write to an indicator-year; each rejects with the server's refusal. `seen` is the version acted upon. */
export type EntryWrites = {
  readonly record: (code: string, change: ValueChange, seen: number) => Promise<WrittenEntry>;
  readonly explain: (code: string, explanation: string, seen: number) => Promise<WrittenEntry>;
  readonly setTarget: (code: string, change: TargetChange, seen: number) => Promise<WrittenEntry>;
  readonly submit: (code: string, seen: number) => Promise<WrittenEntry>;
  readonly giveBack: (code: string, note: string, seen: number) => Promise<WrittenEntry>;
  readonly approve: (code: string, seen: number) => Promise<WrittenEntry>;
};

const url = '/api/strategies/:strategy/indicators/:indicator/values/:year';

const requestsOf = ({ strategy, year }: EntryYear) => {
  const input = (indicator: string, ifMatch: string) => ({
    params: { strategy, year, indicator },
    headers: { 'if-match': ifMatch },
  });
  return {
    record: (code: string, body: ValueChange) => (tag: string) => call(`PUT ${url}`, { ...input(code, tag), body }),
    explain: (code: string, explanation: string) => (tag: string) =>
      call(`PUT ${url}/explanation`, { ...input(code, tag), body: { explanation } }),
    setTarget: (code: string, body: TargetChange) => (tag: string) =>
      call('PUT /api/strategies/:strategy/indicators/:indicator/targets/:year', { ...input(code, tag), body }),
    submit: (code: string) => (tag: string) => call(`POST ${url}/submit`, input(code, tag)),
    giveBack: (code: string, note: string) => (tag: string) =>
      call(`POST ${url}/return`, { ...input(code, tag), body: { note } }),
    approve: (code: string) => (tag: string) => call(`POST ${url}/approve`, input(code, tag)),
  };
};

/** Several writes in a row ask for everything anew only once. */
const refreshDelay = 150;

/** The writes of each year, the same ones for as long as the grid stands. */
export const useEntryWrites = ({ strategy, asOf }: Omit<EntryYear, 'year'>): ((year: number) => EntryWrites) => {
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useMemo(() => {
    const known = new Map<number, EntryWrites>();
    const refresh = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void refreshAfterWrite(queryClient), refreshDelay);
    };
    return (year) => {
      const writes = known.get(year) ?? writesOf(queryClient, { strategy, year, asOf }, refresh);
      known.set(year, writes);
      return writes;
    };
  }, [queryClient, strategy, asOf]);
};

const writesOf = (queryClient: QueryClient, place: EntryYear, refresh: () => void): EntryWrites => {
  const chainOf = createWriteChains();
  const requests = requestsOf(place);
  const takeOver = async (entry: Entry, version: number): Promise<WrittenEntry> => {
    await takeOverEntry(queryClient, place, entry);
    refresh();
    return { version, entry };
  };
  type Request = (ifMatch: string) => Promise<Entry>;
  // A value and its target have versions of their own.
  const writeValue = (code: string, seen: number, request: Request) =>
    chainOf(`${code}:value`).send(seen, async (tag) => {
      const entry = await request(tag);
      return takeOver(entry, entry.version);
    });
  const writeTarget = (code: string, seen: number, request: Request) =>
    chainOf(`${code}:target`).send(seen, async (tag) => {
      const entry = await request(tag);
      return takeOver(entry, entry.target.version);
    });
  return {
    record: (code, change, seen) => writeValue(code, seen, requests.record(code, change)),
    explain: (code, explanation, seen) => writeValue(code, seen, requests.explain(code, explanation)),
    setTarget: (code, change, seen) => writeTarget(code, seen, requests.setTarget(code, change)),
    submit: (code, seen) => writeValue(code, seen, requests.submit(code)),
    giveBack: (code, note, seen) => writeValue(code, seen, requests.giveBack(code, note)),
    approve: (code, seen) => writeValue(code, seen, requests.approve(code)),
  };
};
