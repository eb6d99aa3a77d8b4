import { createHash } from 'node:crypto';
import { exportFormats, exportReview, readExportOutline, readReview, readReviewVersion } from '@fbs/contract';
import { createExportPool } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());
const exports = { ...pool, close: async () => {} };
const at = (year: number, version?: number) => ({ params: { strategy, year }, querystring: { version } });

it('says of a signed review which version it is, what is inside, and how large its files are', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const audit = await lastAudit(office);
  const outline = await viewer.ok(readExportOutline, at(2021));
  const { versions } = await viewer.ok(readReview, { params: { strategy, year: 2021 } });
  expect(outline).toMatchObject({ year: 2021, version: 1, draft: false, draftOffered: false, versions, notHeld: [] });
  expect(outline.sha256).toBe(versions[0]?.sha256);
  const { bytes } = await viewer.send(readReviewVersion, { params: { strategy, year: 2021, number: 1 } });
  expect(outline.sizes.json).toBe(bytes.length);
  expect(outline.tables.find(({ title }) => title === 'Indicators')?.rows).toBe(30);
  expect(await auditAfter(office, audit)).toEqual([]);
}, 60_000);

it('offers the draft of a review that is not signed, and refuses a version that was never signed', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  expect(await viewer.ok(readExportOutline, at(2022))).toMatchObject({
    draft: true,
    draftOffered: true,
    sha256: null,
    versions: [],
    names: { xlsx: 'FBS-review-FY2022-v1-DRAFT.xlsx', csv: 'FBS-review-FY2022-v1-DRAFT.zip' },
    yearsNames: { xlsx: 'FBS-review-2018-2022-DRAFT.xlsx', csv: 'FBS-review-2018-2022-DRAFT.zip' },
  });
  await office.change("update reviews set state = 'final' where year = 2022");
  const { yearsNames } = await viewer.ok(readExportOutline, at(2021));
  expect(yearsNames.csv).toBe('FBS-review-2018-2022.zip');
  expect(await viewer.refused(readExportOutline, at(2022, 1))).toMatchObject({ status: 404 });
}, 60_000);

it('names each file as it comes, and is right about its size', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const { names, sizes, estimates } = await viewer.ok(readExportOutline, at(2021));
  const lengths: Record<string, number> = {};
  for (const format of exportFormats) {
    const { bytes, headers } = await viewer.send(exportReview, { ...at(2021), querystring: { format } });
    expect(headers['content-disposition']).toBe(`attachment; filename="${names[format]}"`);
    if (sizes[format] !== undefined) expect({ format, size: bytes.length }).toEqual({ format, size: sizes[format] });
    else expect(Math.abs((estimates[format] ?? 0) - bytes.length) / bytes.length).toBeLessThan(0.15);
    lengths[format] = bytes.length;
  }
  expect((await viewer.ok(readExportOutline, at(2021))).sizes).toEqual(lengths);
}, 120_000);

it('makes the same file of a signed version later, whatever was recorded since', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const sums = async () => {
    const found: string[] = [];
    for (const format of ['xlsx', 'csv', 'stratml', 'json'] as const) {
      const { bytes, status } = await viewer.send(exportReview, {
        ...at(2020, 1),
        querystring: { format, version: 1 },
      });
      expect(status).toBe(200);
      found.push(createHash('sha256').update(bytes).digest('hex'));
    }
    return found;
  };
  const before = await sums();
  await office.change("update indicator_values set value = '7' where year = 2020");
  office.clock.forward({ hours: 2 });
  expect(await sums()).toEqual(before);
}, 120_000);
