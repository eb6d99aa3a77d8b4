import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';

export type People = AnswerOf<'GET /api/people'>;
export type PersonEntry = People['people'][number];
export type MadeLink = AnswerOf<'POST /api/people/:person/link'>;
/** `link` null: single sign-on lets them in. */
export type Invited = Pick<MadeLink, 'person'> & { readonly link: MadeLink['link'] | null };
export type PersonWords = InputOf<'POST /api/people'>['body'];

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: () => call('GET /api/people', {}),
});

/** The writes of who looks after people; each is followed by asking everything again, since names stand everywhere. */
export const usePeopleWrites = () => {
  const queryClient = useQueryClient();
  const settled = async <T>(write: Promise<T>): Promise<T> => {
    const answer = await write;
    await queryClient.invalidateQueries();
    return answer;
  };
  const placeOf = ({ id, version }: PersonEntry) => ({
    params: { person: id },
    headers: { 'if-match': `"${version}"` },
  });
  return {
    invite: (body: PersonWords) => settled(call('POST /api/people', { body }) as Promise<unknown> as Promise<Invited>),
    change: (person: PersonEntry, body: InputOf<'PATCH /api/people/:person'>['body']) =>
      settled(call('PATCH /api/people/:person', { ...placeOf(person), body })),
    disable: (person: PersonEntry) => settled(call('POST /api/people/:person/disable', placeOf(person))),
    enable: (person: PersonEntry) => settled(call('POST /api/people/:person/enable', placeOf(person))),
    signOut: ({ id }: PersonEntry) => settled(call('DELETE /api/people/:person/sessions', { params: { person: id } })),
    makeLink: ({ id }: PersonEntry, removeSecondFactor: boolean) =>
      settled(call('POST /api/people/:person/link', { params: { person: id }, body: { removeSecondFactor } })),
  };
};
