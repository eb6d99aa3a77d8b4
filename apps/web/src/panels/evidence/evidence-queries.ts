import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';

export type EvidenceOfYear = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator/evidence/:year'>;
export type Piece = EvidenceOfYear['pieces'][number];

/** The indicator-year that the evidence belongs to, and the day looked back to. */
export type EvidencePlace = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: number;
  readonly asOf: string | undefined;
};

const paramsOf = ({ strategy, indicator, year }: EvidencePlace) => ({ strategy, indicator, year });

export const evidenceQuery = (place: EvidencePlace) =>
  queryOptions({
    queryKey: ['evidence', place.strategy, place.indicator, place.year, place.asOf ?? null],
    queryFn: () =>
      call('GET /api/strategies/:strategy/indicators/:indicator/evidence/:year', {
        params: paramsOf(place),
        querystring: { asOf: place.asOf },
      }),
  });

/** Where a file is saved from. */
export const fileAddress = (place: EvidencePlace, { id }: Piece): string => {
  const path = `/api/strategies/${place.strategy}/indicators/${encodeURIComponent(place.indicator)}/evidence/${place.year}`;
  return `${path}/${id}/file${place.asOf === undefined ? '' : `?asOf=${place.asOf}`}`;
};

type Added = InputOf<'POST /api/strategies/:strategy/indicators/:indicator/evidence/:year'>['body'];

/** A file travels as a form, its title before it; the words of the contract describe its fields. */
const formOf = (file: File, title: string): Added => {
  const form = new FormData();
  if (title !== '') form.append('title', title);
  form.append('file', file);
  return form as unknown as Added;
};

export const useEvidenceWrites = (place: EvidencePlace) => {
  const queryClient = useQueryClient();
  const params = paramsOf(place);
  // the form closes with the answer; the rest of the screen follows
  const onSuccess = () => void refreshAfterWrite(queryClient);
  const add = (body: Added) =>
    call('POST /api/strategies/:strategy/indicators/:indicator/evidence/:year', { params, body });
  return {
    addLink: useMutation({ mutationFn: (link: { title: string; url: string }) => add(link), onSuccess }),
    addFile: useMutation({
      mutationFn: ({ file, title }: { file: File; title: string }) => add(formOf(file, title)),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (evidence: string) =>
        call('DELETE /api/strategies/:strategy/indicators/:indicator/evidence/:year/:evidence', {
          params: { ...params, evidence },
        }),
      onSuccess,
    }),
  };
};
export type EvidenceWrites = ReturnType<typeof useEvidenceWrites>;
