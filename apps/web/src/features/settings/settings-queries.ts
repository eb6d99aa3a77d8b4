import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { type AnswerOf, call, type InputOf } from '../../lib/api-client.ts';

export type OfficeSettings = AnswerOf<'GET /api/settings'>;
export type SettingsBody = InputOf<'PUT /api/settings'>['body'];

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: () => call('GET /api/settings', {}) });

export type SealBody = InputOf<'PUT /api/settings/seal'>['body'];

/** Where the picture is, told apart by version, so that a new one is not taken for the old. */
export const sealAddress = ({ version }: OfficeSettings): string => `/api/settings/seal?version=${version}`;

export const useSetSeal = () => {
  const queryClient = useQueryClient();
  return async (version: number, body: SealBody): Promise<OfficeSettings> => {
    const saved = await call('PUT /api/settings/seal', { headers: { 'if-match': `"${version}"` }, body });
    queryClient.setQueryData(settingsQuery.queryKey, saved);
    return saved;
  };
};

/** Ratings and names may stand on every screen: all of them are asked for anew. */
export const useSaveSettings = () => {
  const queryClient = useQueryClient();
  return async (version: number, body: SettingsBody): Promise<OfficeSettings> => {
    const saved = await call('PUT /api/settings', { headers: { 'if-match': `"${version}"` }, body });
    queryClient.setQueryData(settingsQuery.queryKey, saved);
    await queryClient.invalidateQueries();
    return saved;
  };
};
