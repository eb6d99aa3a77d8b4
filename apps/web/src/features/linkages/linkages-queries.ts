import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { useStrategy } from '../../lib/session.ts';

export type LinkagesPage = AnswerOf<'GET /api/strategies/:strategy/linkages'>;
export type ElementPage = AnswerOf<'GET /api/strategies/:strategy/frameworks/:framework/elements/:element'>;
export type EditableLinkage = LinkagesPage['linkages'][number];

/** The linkages to all frameworks with the results of a year; the year before stays until the new one has come. */
export const linkagesQuery = (strategy: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['linkages', strategy, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/linkages', { params: { strategy }, querystring: { year, asOf } }),
    placeholderData: keepPreviousData,
  });

export type ElementPlace = { readonly framework: string; readonly element: string };

/** What an element rests on; another year of the same one may stand in until the new one has come. */
export const elementQuery = (strategy: string, place: ElementPlace, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['element', strategy, place.framework, place.element, year, asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/frameworks/:framework/elements/:element', {
        params: { strategy, ...place },
        querystring: { year, asOf },
      }),
    placeholderData: (previous) =>
      previous?.element.code === place.element && previous.framework.code === place.framework ? previous : undefined,
  });

export type LinkageBody = InputOf<'POST /api/strategies/:strategy/linkages'>['body'];

/** The writes of planners; each is followed by asking everything again. */
export const useLinkageWrites = () => {
  const queryClient = useQueryClient();
  const strategy = useStrategy().id;
  const placeOf = ({ id, version }: Pick<EditableLinkage, 'id' | 'version'>) => ({
    params: { strategy, linkage: id },
    headers: { 'if-match': `"${version}"` },
  });
  const settled = async <T>(write: Promise<T>): Promise<T> => {
    try {
      return await write;
    } finally {
      await refreshAfterWrite(queryClient);
    }
  };
  return {
    add: (body: LinkageBody) =>
      settled(call('POST /api/strategies/:strategy/linkages', { params: { strategy }, body })),
    change: (linkage: EditableLinkage, body: LinkageBody & { readonly reason: string }) =>
      settled(call('PUT /api/strategies/:strategy/linkages/:linkage', { ...placeOf(linkage), body })),
    remove: (linkage: EditableLinkage, reason: string | null) =>
      settled(
        call('POST /api/strategies/:strategy/linkages/:linkage/remove', { ...placeOf(linkage), body: { reason } }),
      ),
    restore: (linkage: Pick<EditableLinkage, 'id' | 'version'>) =>
      settled(call('POST /api/strategies/:strategy/linkages/:linkage/restore', placeOf(linkage))),
  };
};
