import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { guideOf } from './guide-plugin.ts';

const folder = fileURLToPath(new URL('../../docs/guides/', import.meta.url));

test('a guide becomes its title, what stands before the first part, and its parts', () => {
  const guide = guideOf("# The planner's guide\n\nFor planners.\n\n## Set targets\n\n1. Choose **Show**.\n");
  expect(guide).toEqual({
    title: 'The planner’s guide',
    lead: [{ tag: 'p', children: ['For planners.'] }],
    parts: [
      {
        id: 'set-targets',
        title: 'Set targets',
        nodes: [
          {
            tag: 'ol',
            children: [
              {
                tag: 'li',
                children: [{ tag: 'span', children: ['Choose ', { tag: 'strong', children: ['Show'] }, '.'] }],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('other guides are linked within the product, the web as it is, files of the project not at all', () => {
  const [words] = guideOf('# A\n\n[b](contributor.md) [c](https://www.state.gov) [d](../../README.md)').lead;
  expect(words).toMatchObject({
    children: [
      { tag: 'guide', props: { to: 'contributor' } },
      ' ',
      { tag: 'a', props: { href: 'https://www.state.gov' } },
      ' ',
      { tag: 'span', children: ['d'] },
    ],
  });
});

test('signs of markup in code stay signs', () => {
  expect(guideOf('# A\n\n`<b>&amp;</b>`').lead).toEqual([
    { tag: 'p', children: [{ tag: 'code', children: ['<b>&amp;</b>'] }] },
  ]);
});

test.each(['# A\n\n<script>x</script>', '# A\n\n> quoted', 'No title'])(
  'what the help cannot show stops the build: %j',
  (text) => {
    expect(() => guideOf(text)).toThrow(/guide/);
  },
);

test.each(readdirSync(folder).filter((file) => /^[a-z]+\.md$/.test(file)))(
  '%s can be shown, and no two of its parts have one address',
  (file) => {
    const { parts } = guideOf(readFileSync(folder + file, 'utf8'));
    expect(parts.length).toBeGreaterThan(5);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
  },
);
