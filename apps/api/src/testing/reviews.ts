import { type Endpoint, type Review, type ReviewSection, readReview, readReviewSection } from '@fbs/contract';
import type { AnyInput, Client, Refusal, Reply } from './client.ts';
import { paramsOf, strategy } from './endpoints.ts';
import { seen } from './entries.ts';

export const reviewOf = (client: Client, year = 2022): Promise<Review> =>
  client.ok(readReview, { params: { strategy, year } });

export const sectionOf = (client: Client, objective: string, year = 2022): Promise<ReviewSection> =>
  client.ok(readReviewSection, { params: { strategy, year, objective } });

/** Calls a step of the review, or of a section where the address names one, on the version that stands now. */
export const onReview = async (client: Client, endpoint: Endpoint, input: AnyInput = {}): Promise<Reply> => {
  const params = paramsOf(endpoint, input.params);
  const { version } =
    'objective' in params
      ? await sectionOf(client, String(params.objective), Number(params.year))
      : await reviewOf(client, Number(params.year));
  return client.sendAny(endpoint, { ...input, params, headers: seen(version) });
};

export const doOnReview = async (client: Client, endpoint: Endpoint, input: AnyInput = {}): Promise<void> => {
  const { status, text } = await onReview(client, endpoint, input);
  if (status >= 300) throw new Error(`${endpoint.url}: ${text}`);
};

export const refusedOnReview = async (client: Client, endpoint: Endpoint, input: AnyInput = {}): Promise<Refusal> => {
  const { status, text } = await onReview(client, endpoint, input);
  if (status < 400) throw new Error(`${endpoint.url} was not refused: ${text.slice(0, 400)}`);
  return JSON.parse(text) as Refusal;
};

export const objectives = ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '4.3', '5.1', '5.2'] as const;
