import type { OfficeSettingsPage } from '@fbs/contract';
import { serviceRepository } from '@fbs/db';
import { type Seal, sealFrom } from '@fbs/documents';
import { allow, type Context, requireRecentProof } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { inThread } from '../../in-thread.ts';
import { loadSeal } from '../../results/paper-look.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { settingsNow } from './read-settings.ts';

type Picture = { readonly data: string; readonly description: string };
type Input = { readonly picture: Picture | null; readonly ifMatch: string | undefined };

const refuse = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

/** @throws DomainError invalid, where it is no picture that papers can show */
const checked = async (context: Context, { data, description }: Picture): Promise<Seal> => {
  if (description.trim() === '') {
    throw refuse('/picture/description', 'Write what the picture shows, for whoever does not see it.');
  }
  const seal = sealFrom(Buffer.from(data, 'base64'), description.trim());
  if ('refused' in seal) throw refuse('/picture/data', seal.refused);
  if (await inThread(context.exports.trySeal(seal), undefined)) return seal;
  throw refuse('/picture/data', 'The picture is damaged: save it again as PNG or JPEG, and choose that one.');
};

/** @throws DomainError not_allowed, proof_needed, stale, invalid */
export const setSeal = async (context: Context, { picture, ifMatch }: Input): Promise<OfficeSettingsPage> => {
  allow(context.actor, 'change settings');
  requireRecentProof(context);
  const seen = versionSeen(ifMatch);
  const seal = picture === null ? null : await checked(context, picture);
  return context.database.write(async (queries) => {
    const now = await settingsNow(context, queries);
    await checkVersion(seen, now.version, () => now);
    const at = context.clock();
    const key = serviceRepository.sealKey;
    const setting = { key, value: seal, at, personId: context.actor.id, reason: null };
    await serviceRepository.writeSetting(queries, setting);
    await trace(queries, context, at, {
      action: 'changed a setting',
      kind: 'setting',
      id: key,
      strategy: null,
      before: now.seal?.description ?? null,
      after: seal?.description ?? null,
    });
    return settingsNow(context, queries);
  });
};

/** @throws DomainError not_allowed, not_found */
export const readSeal = (context: Context): Promise<Seal> => {
  allow(context.actor, 'change settings');
  return context.database.read(async (queries) =>
    required((await loadSeal(queries)) ?? undefined, 'No picture stands at the head of the papers yet.'),
  );
};
