import type { APIRequestContext } from '@playwright/test';
import { expect } from './office.ts';

const strategy = '/api/strategies/fbs-2018-2022';

type Thing = { readonly version: number };

/** Reads a thing, then changes it with the version that was read, as the screens do. */
const change = async (
  request: APIRequestContext,
  read: string,
  method: 'PUT' | 'POST' | 'PATCH',
  write: string,
  data?: object,
): Promise<void> => {
  const thing = (await (await request.get(strategy + read)).json()) as Thing;
  const answer = await request.fetch(strategy + write, {
    method,
    headers: { 'if-match': `"${thing.version}"` },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.status(), `${method} ${write}: ${await answer.text()}`).toBe(200);
};

export const valuePath = (indicator: string): string => `/indicators/${indicator}/values/2022`;

export const recordAndSubmit = async (request: APIRequestContext, indicator: string, data: object): Promise<void> => {
  const path = valuePath(indicator);
  await change(request, path, 'PUT', path, data);
  await change(request, path, 'POST', `${path}/submit`);
};

export const approveValue = (request: APIRequestContext, indicator: string): Promise<void> =>
  change(request, valuePath(indicator), 'POST', `${valuePath(indicator)}/approve`);

export const writeSection = (request: APIRequestContext, objective: string, data: object): Promise<void> => {
  const path = `/reviews/2022/objectives/${objective}`;
  return change(request, path, 'PUT', path, data);
};

export const stepSection = (request: APIRequestContext, objective: string, step: 'submit' | 'clear'): Promise<void> => {
  const path = `/reviews/2022/objectives/${objective}`;
  return change(request, path, 'POST', `${path}/${step}`);
};

export type GateItem = {
  readonly kind: string;
  readonly blocks: boolean;
  readonly objective: string | null;
  readonly action: string | null;
};
export type ReviewAnswer = {
  readonly state: string;
  readonly gate: readonly GateItem[];
  readonly sections: readonly { readonly objective: string; readonly state: string }[];
  readonly versions: readonly { readonly number: number; readonly sha256: string }[];
};

export const readReview = async (request: APIRequestContext): Promise<ReviewAnswer> =>
  (await (await request.get(`${strategy}/reviews/2022`)).json()) as ReviewAnswer;

type Section = { readonly actions: readonly { readonly id: string; readonly version: number }[] };

/** Says of a carried corrective action how it stands. */
export const updateAction = async (request: APIRequestContext, objective: string, action: string): Promise<void> => {
  const section = (await (await request.get(`${strategy}/reviews/2022/objectives/${objective}`)).json()) as Section;
  const version = section.actions.find(({ id }) => id === action)?.version ?? 0;
  const answer = await request.patch(`${strategy}/reviews/2022/actions/${action}`, {
    headers: { 'if-match': `"${version}"` },
    data: { state: 'done', text: 'Two positions were advertised in May and filled in August.' },
  });
  expect(answer.status()).toBe(200);
};
