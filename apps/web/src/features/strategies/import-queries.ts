import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type AnswerOf, call } from '../../lib/api-client.ts';
import { refreshAll, type StrategyTree } from './strategies-queries.ts';

export type StrategyFile = AnswerOf<'POST /api/admin/strategy-files'>;
export type FilePart = StrategyFile['parts'][number];
export type Difference = NonNullable<StrategyFile['difference']>;
export type PartChange = Difference['changes'][number];
type Merged = AnswerOf<'POST /api/admin/strategies/:strategy/merge'>;

/** The words of a new strategy as they are typed. */
export type NewHead = Readonly<Record<'id' | 'title' | 'organization' | 'acronym' | 'firstYear' | 'lastYear', string>>;
export type MergeChoice = Readonly<Record<PartChange['change'], boolean>>;

const formOf = (fields: Readonly<Record<string, string>>, file: File): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file);
  return form;
};

/** Looking at what a file holds, and taking it over. */
export const useStrategyFiles = () => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const settled = async <T>(write: Promise<T>): Promise<T> => {
    const answer = await write;
    await refreshAll(queryClient);
    await router.invalidate();
    return answer;
  };
  return {
    look: (file: File, into: string): Promise<StrategyFile> =>
      call('POST /api/admin/strategy-files', { body: formOf({ into }, file) as never }),
    create: (file: File, { id, ...words }: NewHead): Promise<StrategyTree> => {
      const form = formOf(id === '' ? words : { id, ...words }, file);
      const sent = call('POST /api/admin/strategy-files/strategies', { body: form as never });
      return settled(sent as Promise<unknown> as Promise<StrategyTree>);
    },
    merge: (file: File, { strategy, version }: Difference, choice: MergeChoice): Promise<Merged> => {
      const fields = Object.fromEntries(Object.entries(choice).map(([kind, isChosen]) => [kind, String(isChosen)]));
      return settled(
        call('POST /api/admin/strategies/:strategy/merge', {
          params: { strategy },
          headers: { 'if-match': `"${version}"` },
          body: formOf(fields, file) as never,
        }),
      );
    },
  };
};

export const outlineTemplate = (format: 'xlsx' | 'csv'): string =>
  `/api/admin/strategy-files/template?format=${format}`;
