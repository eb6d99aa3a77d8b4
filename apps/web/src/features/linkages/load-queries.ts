import { useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call } from '../../lib/api-client.ts';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Framework } from './sight.ts';

export type FrameworkLoad = AnswerOf<'POST /api/strategies/:strategy/frameworks'>;
export type LoadedElement = FrameworkLoad['elements'][number];

/** What is to be loaded: the file as it was read when it was chosen, so that what was looked at is what is saved. */
export type LoadInput = { readonly code: string; readonly title: string; readonly file: File };

const address = 'POST /api/strategies/:strategy/frameworks';

const formOf = ({ code, title, file }: LoadInput, gone?: 'keep' | 'remove'): FormData => {
  const form = new FormData();
  form.append('code', code);
  form.append('title', title);
  if (gone !== undefined) form.append('gone', gone);
  form.append('file', file);
  return form;
};

/** Looking at what a file would do, and doing it; taking a framework out. */
export const useFrameworkLoad = () => {
  const queryClient = useQueryClient();
  const params = { strategy: useStrategy().id };
  return {
    look: (input: LoadInput): Promise<FrameworkLoad> =>
      call(address, { params, querystring: { dryRun: 'true' }, headers: {}, body: formOf(input) as never }),
    save: async (input: LoadInput, version: number, gone: 'keep' | 'remove'): Promise<FrameworkLoad> => {
      const headers = { 'if-match': `"${version}"` };
      const saved = await call(address, {
        params,
        headers,
        querystring: { dryRun: 'false' },
        body: formOf(input, gone) as never,
      });
      await refreshAfterWrite(queryClient);
      return saved;
    },
    remove: async ({ code, version }: Pick<Framework, 'code' | 'version'>): Promise<void> => {
      await call('POST /api/strategies/:strategy/frameworks/:framework/remove', {
        params: { ...params, framework: code },
        headers: { 'if-match': `"${version}"` },
      });
      await refreshAfterWrite(queryClient);
    },
  };
};

export const frameworkTemplateAddress = (strategy: string, framework: string | null): string =>
  `/api/strategies/${encodeURIComponent(strategy)}/frameworks/template${framework === null ? '' : `?framework=${encodeURIComponent(framework)}`}`;
