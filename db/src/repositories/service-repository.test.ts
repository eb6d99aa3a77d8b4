import { expect, it } from 'vitest';
import { useRecord } from '../testing/record-office.ts';
import { readDataVersions } from './service-repository.ts';

const onCopy = useRecord();

it('the data version rises by one with every write, and with none that fails', () =>
  onCopy(async (database) => {
    const version = async () => (await database.read((queries) => readDataVersions(queries))).data;
    const before = await version();
    await database.write(async () => undefined);
    await expect(database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await version()).toBe(before + 1);
  }));
