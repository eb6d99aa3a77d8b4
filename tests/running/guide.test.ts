import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = readFileSync(join(root, 'docs/guides/administrator.md'), 'utf8');

const sources = readdirSync(join(root, 'apps/api/src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
  .map((path) => readFileSync(join(root, 'apps/api/src', path), 'utf8'))
  .join('\n');

const namesIn = (text: string): string[] => [...new Set(text.match(/\b(?:FBS|OTEL)_[A-Z][A-Z_]*[A-Z]\b/g) ?? [])];

it("explains every setting that the service reads in a row of the administrator's guide", () => {
  const rows = guide.split('\n').flatMap((line) => /^\| `([A-Z_]+)` \|/.exec(line)?.[1] ?? []);
  const read = ['PORT', 'HOST', ...namesIn(sources)];
  expect(read.length).toBeGreaterThan(20);
  expect(read.filter((name) => !rows.includes(name))).toEqual([]);
});

it('names no setting in it that the service does not know', () => {
  // read by OpenTelemetry's own exporter
  const known = [...namesIn(sources), 'OTEL_EXPORTER_OTLP_HEADERS'];
  expect(namesIn(guide).filter((name) => !known.includes(name))).toEqual([]);
});

it('names every metric that the service keeps', () => {
  const metrics = sources.match(/'fbs_[a-z_]+'/g)?.map((name) => name.slice(1, -1)) ?? [];
  const kept = metrics.filter((name) => !['fbs_session', 'fbs_sign_in'].includes(name));
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter((name) => !guide.includes(name))).toEqual([]);
});
