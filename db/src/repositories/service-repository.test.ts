import { expect, it } from 'vitest';
import { useRecord } from '../testing/record-office.ts';
import {
  listSettingVintages,
  readDataVersions,
  readSettings,
  readSettingVersions,
  writeSetting,
} from './service-repository.ts';

const onCopy = useRecord();

it('the data version rises by one with every write, and with none that fails', () =>
  onCopy(async (database) => {
    const version = async () => (await database.read((queries) => readDataVersions(queries))).data;
    const before = await version();
    await database.write(async () => undefined);
    await expect(database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await version()).toBe(before + 1);
  }));

const change = (value: unknown, at: string, key = 'rating_threshold') => ({
  ...{ key, value, at, personId: 'person/administrator', reason: 'Decided by the office' },
});

it('a setting is what it was on a past day, before its first change too', () =>
  onCopy(async (database) => {
    await database.write((queries) => writeSetting(queries, change('15', '2031-01-01T12:00:00.000Z')));
    await database.write((queries) => writeSetting(queries, change('20', '2031-03-01T12:00:00.000Z')));
    const on = async (until?: string) => {
      const settings = await database.read((queries) => readSettings(queries, until));
      return settings.get('rating_threshold');
    };
    expect(await on('2030-12-31T23:59:59.999Z')).toBe('10');
    expect(await on('2031-02-01T23:59:59.999Z')).toBe('15');
    expect(await on()).toBe('20');
    const versions = await database.read(readSettingVersions);
    expect(versions.get('rating_threshold')).toBe(3);
    const vintages = await database.read(listSettingVintages);
    expect(vintages.map(({ version, value, personId }) => [version, value, personId])).toEqual([
      [1, '10', null],
      [2, '15', 'person/administrator'],
      [3, '20', 'person/administrator'],
    ]);
  }));

it('a setting that nobody had set before holds from its first day on, and not earlier', () =>
  onCopy(async (database) => {
    const at = '2031-01-01T12:00:00.000Z';
    await database.write((queries) => writeSetting(queries, change({ daysBefore: 7 }, at, 'automatic_reminders')));
    const on = async (until?: string) => {
      const settings = await database.read((queries) => readSettings(queries, until));
      return settings.get('automatic_reminders');
    };
    expect(await on('2030-12-31T23:59:59.999Z')).toBeUndefined();
    expect(await on(at)).toEqual({ daysBefore: 7 });
    expect(await on()).toEqual({ daysBefore: 7 });
  }));
