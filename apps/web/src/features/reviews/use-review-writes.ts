import type { CorrectiveAction, Review, ReviewSection } from '@fbs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { createWriteChains, type Written } from '../../lib/write-chain.ts';
import { type ReviewPlace, reviewQuery, reviewSectionQuery } from './review-queries.ts';

export type ReviewTexts = InputOf<'PATCH /api/strategies/:strategy/reviews/:year'>['body'];
export type SectionTexts = InputOf<'PUT /api/strategies/:strategy/reviews/:year/objectives/:objective'>['body'];
type SectionFileBody = InputOf<'POST /api/strategies/:strategy/reviews/:year/objectives/:objective/evidence'>['body'];
export type NewAction = InputOf<'POST /api/strategies/:strategy/reviews/:year/objectives/:objective/actions'>['body'];
export type ActionUpdate = InputOf<'PATCH /api/strategies/:strategy/reviews/:year/actions/:action'>['body'];

const url = '/api/strategies/:strategy/reviews/:year';
const sectionUrl = `${url}/objectives/:objective` as const;

const tagged = (ifMatch: string) => ({ headers: { 'if-match': ifMatch } });

/** The steps that a review and a section take, each as a request that wants only the version seen. */
const requestsOf = ({ strategy, year }: ReviewPlace) => {
  const params = { strategy, year };
  const at = (objective: string) => ({ params: { ...params, objective } });
  type Review$ = (tag: string) => Promise<Review>;
  type Section$ = (tag: string) => Promise<ReviewSection>;
  return {
    write:
      (body: ReviewTexts): Review$ =>
      (tag) =>
        call(`PATCH ${url}`, { params, ...tagged(tag), body }),
    open: (): Review$ => (tag) => call(`POST ${url}/open`, { params, ...tagged(tag) }),
    sendToClearance: (): Review$ => (tag) => call(`POST ${url}/send-to-clearance`, { params, ...tagged(tag) }),
    giveBack:
      (note: string): Review$ =>
      (tag) =>
        call(`POST ${url}/return`, { params, ...tagged(tag), body: { note } }),
    signOff: (): Review$ => (tag) => call(`POST ${url}/sign-off`, { params, ...tagged(tag) }),
    reopen:
      (reason: string): Review$ =>
      (tag) =>
        call(`POST ${url}/reopen`, { params, ...tagged(tag), body: { reason } }),
    writeSection:
      (objective: string, body: SectionTexts): Section$ =>
      (tag) =>
        call(`PUT ${sectionUrl}`, { ...at(objective), ...tagged(tag), body }),
    addFile:
      (objective: string, file: FormData, ask: typeof fetch): Section$ =>
      (tag) => {
        const body = file as unknown as SectionFileBody;
        return call(`POST ${sectionUrl}/evidence`, { ...at(objective), ...tagged(tag), body }, ask);
      },
    removeFile:
      (objective: string, evidence: string): Section$ =>
      (tag) =>
        call(`DELETE ${sectionUrl}/evidence/:evidence`, { params: { ...params, objective, evidence }, ...tagged(tag) }),
    submitSection:
      (objective: string): Section$ =>
      (tag) =>
        call(`POST ${sectionUrl}/submit`, { ...at(objective), ...tagged(tag) }),
    returnSection:
      (objective: string, note: string): Section$ =>
      (tag) =>
        call(`POST ${sectionUrl}/return`, { ...at(objective), ...tagged(tag), body: { note } }),
    clearSection:
      (objective: string): Section$ =>
      (tag) =>
        call(`POST ${sectionUrl}/clear`, { ...at(objective), ...tagged(tag) }),
    addAction: (objective: string, body: NewAction) => call(`POST ${sectionUrl}/actions`, { ...at(objective), body }),
    updateAction:
      (action: string, body: ActionUpdate) =>
      (tag: string): Promise<CorrectiveAction> =>
        call(`PATCH ${url}/actions/:action`, { params: { ...params, action }, ...tagged(tag), body }),
    explain: (indicator: string, explanation: string) => (tag: string) =>
      call('PUT /api/strategies/:strategy/indicators/:indicator/values/:year/explanation', {
        params: { ...params, indicator },
        ...tagged(tag),
        body: { explanation },
      }),
  };
};

export type ReviewRequests = ReturnType<typeof requestsOf>;

/** Every write to a review; each rejects with the server's refusal. `seen` is the version acted upon. */
export type ReviewWrites = {
  readonly requests: ReviewRequests;
  readonly review: (seen: number, request: (tag: string) => Promise<Review>) => Promise<Written>;
  readonly section: (
    objective: string,
    seen: number,
    request: (tag: string) => Promise<ReviewSection>,
  ) => Promise<Written>;
  /** What has a version of its own: a corrective action, an indicator-year. */
  readonly other: (key: string, seen: number, request: (tag: string) => Promise<Written>) => Promise<Written>;
  readonly addAction: (objective: string, body: NewAction) => Promise<void>;
};

export const useReviewWrites = (place: ReviewPlace): ReviewWrites => {
  const queryClient = useQueryClient();
  const { strategy, year, asOf } = place;
  return useMemo(() => {
    const here = { strategy, year, asOf };
    const chainOf = createWriteChains();
    const requests = requestsOf(here);
    const refresh = () => void refreshAfterWrite(queryClient);
    return {
      requests,
      review: (seen, request) =>
        chainOf('review').send(seen, async (tag) => {
          const review = await request(tag);
          queryClient.setQueryData(reviewQuery(here).queryKey, review);
          refresh();
          return review;
        }),
      section: (objective, seen, request) =>
        chainOf(`section ${objective}`).send(seen, async (tag) => {
          const section = await request(tag);
          const { queryKey } = reviewSectionQuery(here, objective);
          await queryClient.cancelQueries({ queryKey });
          queryClient.setQueryData(queryKey, section);
          refresh();
          return section;
        }),
      other: (key, seen, request) =>
        chainOf(key).send(seen, async (tag) => {
          const written = await request(tag);
          refresh();
          return { version: written.version };
        }),
      addAction: async (objective, body) => {
        await requests.addAction(objective, body);
        refresh();
      },
    };
  }, [queryClient, strategy, year, asOf]);
};
