import { expect, it } from 'vitest';

type Read = (text: string) => {
  readonly asked: boolean;
  readonly why?: string;
  readonly known?: readonly { readonly isGrave: boolean; readonly sentence: string }[];
};

const script = new URL('../../scripts/advisories.mjs', import.meta.url).href;
const { readAdvisories } = (await import(script)) as { readonly readAdvisories: Read };

const advisory = (severity: string) => ({
  module_name: 'leftpad',
  severity,
  title: 'Pads wrongly',
  patched_versions: '>=2',
});

it('names what is known of a package, and tells what is grave', () => {
  const text = `a warning first\n${JSON.stringify({ advisories: { 1: advisory('high'), 2: advisory('low') } })}`;
  expect(readAdvisories(text)).toEqual({
    asked: true,
    known: [
      { isGrave: true, sentence: 'leftpad: Pads wrongly (high; mended in >=2)' },
      { isGrave: false, sentence: 'leftpad: Pads wrongly (low; mended in >=2)' },
    ],
  });
  expect(readAdvisories('{"advisories":{}}')).toEqual({ asked: true, known: [] });
});

it.each([
  ['', 'nobody answered'],
  ['npm error network', 'nobody answered'],
  ['{"error":{"message":"The source responded with 405\\nmore"}}', 'The source responded with 405'],
  ['{"metadata":{}}', 'nobody answered'],
])('says why it could not be asked, and finds nothing: %s', (text, why) => {
  expect(readAdvisories(text)).toEqual({ asked: false, why });
});
