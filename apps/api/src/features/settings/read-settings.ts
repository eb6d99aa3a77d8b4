import type { OfficeSettingsPage } from '@fbs/contract';
import { peopleRepository, type Queries, serviceRepository } from '@fbs/db';
import type { Seal } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { loadSeal } from '../../results/paper-look.ts';
import { firstSettings, loadSettings, settingKeys } from '../../results/settings.ts';

type Vintage = Awaited<ReturnType<typeof serviceRepository.listSettingVintages>>[number];

/** Of a picture only what it shows. */
const sealWords = (seal: unknown): string | null => (seal as Seal | null | undefined)?.description ?? null;

/** Each change beside what was there before it, newest first. */
const historyOf = (vintages: readonly Vintage[], names: ReadonlyMap<string, string>): OfficeSettingsPage['history'] =>
  vintages
    .flatMap(({ key, version, value, at, personId, reason }) => {
      if (personId === null) return [];
      const before = vintages.find((each) => each.key === key && each.version === version - 1);
      const person = names.get(personId) ?? personId;
      if (key === serviceRepository.sealKey) {
        return [{ setting: 'seal', before: sealWords(before?.value), after: sealWords(value), person, at, reason }];
      }
      const setting = Object.entries(settingKeys).find(([, stored]) => stored === key)?.[0] ?? key;
      const first = Object.entries(firstSettings).find(([name]) => name === setting)?.[1];
      return [{ setting, before: before?.value ?? first ?? null, after: value, person, at, reason }];
    })
    .reverse();

export const settingsNow = async (context: Context, queries: Queries): Promise<OfficeSettingsPage> => {
  const seal = await loadSeal(queries);
  const versions = await serviceRepository.readSettingVersions(queries);
  return {
    ...(await loadSettings(queries)),
    seal: seal === null ? null : { description: seal.description },
    version: [...Object.values(settingKeys), serviceRepository.sealKey].reduce(
      (sum, key) => sum + (versions.get(key) ?? 0),
      0,
    ),
    mails: context.mailer !== null,
    history: historyOf(await serviceRepository.listSettingVintages(queries), await peopleRepository.listNames(queries)),
  };
};

/** @throws DomainError not_allowed */
export const readSettings = (context: Context): Promise<OfficeSettingsPage> => {
  allow(context.actor, 'change settings');
  return context.database.read((queries) => settingsNow(context, queries));
};
