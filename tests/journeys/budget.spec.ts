import { bundleSizes } from '../bench/bundle-sizes.ts';
import { expect, test } from './office.ts';

test('the first screen asks for no more than its budget of scripts and styles', () => {
  const { gzip, brotli, css } = bundleSizes();
  expect(gzip).toBeLessThanOrEqual(115);
  expect(brotli).toBeLessThanOrEqual(100);
  expect(css).toBeLessThanOrEqual(30);
});

test('the overview loads no chart library and nothing from elsewhere', async ({ office }) => {
  const page = await office.signIn('viewer');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/?year=2022');
  await expect(page.getByRole('main')).toContainText('of 11 rated');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => !url.startsWith(office.address))).toEqual([]);
  expect(asked.filter((url) => url.includes('chart'))).toEqual([]);
});
