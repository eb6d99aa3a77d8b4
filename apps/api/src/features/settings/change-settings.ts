import { isDeepStrictEqual } from 'node:util';
import type { OfficeSettingsPage } from '@fbs/contract';
import { type OfficeSettings, settingFindings } from '@fbs/core';
import { serviceRepository } from '@fbs/db';
import { allow, type Context, requireRecentProof } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { settingKeys } from '../../results/settings.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { settingsNow } from './read-settings.ts';

type Change = OfficeSettings & { readonly reason: string | null; readonly ifMatch: string | undefined };

const names = Object.keys(settingKeys) as (keyof typeof settingKeys)[];

/** @throws DomainError invalid, naming every field that is to be mended */
const check = (settings: OfficeSettings): void => {
  const findings = settingFindings(settings);
  if (findings.length === 0) return;
  throw new DomainError('invalid', 'The settings are not saved: mend what is marked.', {
    errors: findings.map(({ pointer, detail }) => ({ pointer: `/${pointer}`, detail })),
  });
};

const trimmed = (settings: OfficeSettings): OfficeSettings => ({
  ...settings,
  assessmentNames: Object.fromEntries(
    Object.entries(settings.assessmentNames).map(([key, name]) => [key, name.trim()]),
  ) as OfficeSettings['assessmentNames'],
});

/** What changes how figures are read has to say why. @throws DomainError invalid */
const reasonFor = (changed: readonly string[], reason: string): string | null => {
  if (reason !== '') return reason;
  if (!changed.includes('threshold') && !changed.includes('assessmentNames')) return null;
  throw new DomainError('invalid', 'Say why: this changes how results are read from today on.', {
    errors: [{ pointer: '/reason', detail: 'Write a reason; it stays in the history of the settings.' }],
  });
};

/** @throws DomainError not_allowed, proof_needed, stale, invalid */
export const changeSettings = (
  context: Context,
  { ifMatch, reason, ...wanted }: Change,
): Promise<OfficeSettingsPage> => {
  allow(context.actor, 'change settings');
  requireRecentProof(context);
  const seen = versionSeen(ifMatch);
  return context.database.write(async (queries) => {
    const now = await settingsNow(context, queries);
    await checkVersion(seen, now.version, () => now);
    const settings = trimmed(wanted);
    check(settings);
    const changed = names.filter((name) => !isDeepStrictEqual(now[name], settings[name]));
    const why = reasonFor(changed, (reason ?? '').trim());
    const at = context.clock();
    for (const name of changed) {
      const setting = { key: settingKeys[name], value: settings[name], at, personId: context.actor.id, reason: why };
      await serviceRepository.writeSetting(queries, setting);
      await trace(queries, context, at, {
        action: 'changed a setting',
        kind: 'setting',
        id: settingKeys[name],
        strategy: null,
        before: now[name],
        after: settings[name],
      });
    }
    return settingsNow(context, queries);
  });
};
