import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { problemsOf } from './rules.ts';
import { readSourceFiles, root, sourceFile } from './source-files.ts';

// the rules name what they forbid, so their own two files are read with these words taken apart
const own = ['tests/architecture/rules.ts', 'tests/architecture/architecture.test.ts'];
const files = readSourceFiles();

describe('the architecture', () => {
  it('holds for every import, name and text of the project', () => {
    expect(files.filter((file) => !own.includes(file.path)).flatMap(problemsOf)).toEqual([]);
  });

  it('was asked of every TypeScript file that the project tracks', () => {
    const tracked = execFileSync('git', ['ls-files', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
      .trim()
      .split('\n');
    const seen = new Set(files.map((file) => file.path));
    expect(tracked.filter((path) => !seen.has(path) && path !== 'vitest.config.ts')).toEqual([]);
    expect(files.length).toBeGreaterThan(250);
    expect(files.reduce((sum, file) => sum + file.imports.length, 0)).toBeGreaterThan(1000);
  });

  it.each([
    ['packages/core/src/planted.ts', "import { z } from 'zod';", 'core may not'],
    ['packages/core/src/planted.ts', "import { readFileSync } from 'node:fs';", 'core may not'],
    ['packages/core/src/planted.ts', 'export const today = () => new Date();', 'no clock'],
    ['packages/contract/src/planted.ts', "export * from '@fbs/db';", 'contract may not'],
    ['packages/documents/src/planted.ts', "import { openDatabase } from '@fbs/db';", 'documents may not'],
    ['db/src/planted.ts', "import type { Overview } from '@fbs/contract';", 'db may not'],
    ['db/src/repositories/planted.ts', 'export const a = (q: Q) => q.select().from(t).all();', 'both engines'],
    ['db/src/planted.ts', 'export const a = (q: Q) => q.transaction(async () => {});', 'Database.write'],
    ['apps/api/src/planted.ts', "import { eq } from 'drizzle-orm';", 'SQL lives in db'],
    [
      'apps/api/src/features/entry/planted.ts',
      "import { readPlan } from '../strategy/read-plan.ts';",
      'another feature',
    ],
    ['apps/web/src/planted.ts', "import { overview } from '@fbs/contract';", 'web may not'],
    ['apps/web/src/planted.ts', "const late = () => import('zod');", 'web may not'],
    ['apps/web/src/planted.ts', "import { buildApp } from '../../api/src/app.ts';", 'reaches out'],
    ['apps/web/src/ui/planted.ts', "import { Grid } from '../features/entry/grid.tsx';", 'from below'],
    ['apps/web/src/features/entry/planted.tsx', "import '../reviews/review-screen.tsx';", 'another feature'],
    ['apps/api/src/utils.ts', '', 'says nothing'],
    ['apps/api/src/ReadPlan.ts', '', 'kebab-case'],
    ['apps/api/src/planted.ts', 'export const x = (y: any) => y;', 'switches a check off'],
  ])('catches a planted violation in %s: %s', (path, text, sentence) => {
    expect(problemsOf(sourceFile(path, text)).join('\n')).toContain(sentence);
  });

  it('lets the browser take the words as types', () => {
    const file = sourceFile(
      'apps/web/src/fine.ts',
      "import type { Overview } from '@fbs/contract';\nimport { rate } from '@fbs/core';",
    );
    expect(problemsOf(file)).toEqual([]);
  });
});
