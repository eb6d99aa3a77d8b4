import { type Queries, serviceRepository } from '@fbs/db';
import type { PaperLook, Seal } from '@fbs/documents';
import { loadSettings } from './settings.ts';

export const loadSeal = async (queries: Queries): Promise<Seal | null> =>
  ((await serviceRepository.readSetting(queries, serviceRepository.sealKey)) as Seal | null | undefined) ?? null;

/** How the office wants its papers to look, today: the record in them stays what was signed. */
export const loadPaperLook = async (queries: Queries): Promise<PaperLook> => ({
  ...(await loadSettings(queries)).papers,
  seal: await loadSeal(queries),
});
