import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';
import { fetchTelling } from '../../lib/fetch-telling.ts';
import { formatInstant } from '../../lib/format.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { type EvidenceWays, fileForm } from './evidence-ways.ts';
import type { ShownPiece } from './evidence-words.ts';

export type EvidenceOfYear = AnswerOf<'GET /api/strategies/:strategy/indicators/:indicator/evidence/:year'>;
type Piece = EvidenceOfYear['pieces'][number];

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
const fileAddress = (place: EvidencePlace, { id }: Piece): string => {
  const path = `/api/strategies/${place.strategy}/indicators/${encodeURIComponent(place.indicator)}/evidence/${place.year}`;
  return `${path}/${id}/file${place.asOf === undefined ? '' : `?asOf=${place.asOf}`}`;
};

type Added = InputOf<'POST /api/strategies/:strategy/indicators/:indicator/evidence/:year'>['body'];

/** As it is shown; a file always has a name, a type and a size. */
export const shownPiece = (place: EvidencePlace, piece: Piece): ShownPiece => {
  const { id, title, url, fileName, fileType, size, person, at } = piece;
  const head = { id, title, added: `${person}, ${formatInstant(at)}` };
  if (piece.kind === 'link') return { ...head, kind: 'link', url: url ?? '' };
  const file = { fileName: fileName ?? title, fileType: fileType ?? 'text', size: size ?? 0 };
  return { ...head, kind: 'file', address: fileAddress(place, piece), ...file };
};

export const useEvidenceWays = (place: EvidencePlace, sizeLimit: number): EvidenceWays => {
  const queryClient = useQueryClient();
  const params = paramsOf(place);
  // the form closes with the answer; the rest of the screen follows
  const done = () => void refreshAfterWrite(queryClient);
  const add = (body: Added, ask?: typeof fetch) =>
    call('POST /api/strategies/:strategy/indicators/:indicator/evidence/:year', { params, body }, ask).then(done);
  return {
    sizeLimit,
    addLink: (link) => add(link),
    addFile: (file, title, onSent) => add(fileForm(file, title) as unknown as Added, fetchTelling(onSent)),
    remove: ({ id }) =>
      call('DELETE /api/strategies/:strategy/indicators/:indicator/evidence/:year/:evidence', {
        params: { ...params, evidence: id },
      }).then(done),
  };
};
