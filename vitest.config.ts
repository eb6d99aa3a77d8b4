import { defineConfig } from 'vitest/config';

const everything = ['**/*.test.{ts,tsx}'];
const never = ['**/node_modules/**', '**/dist/**'];

/** These tests share nothing but the code that they read: reading it anew for each file would take most of their time. */
const server = ['apps/api/**/*.test.ts', 'db/**/*.test.ts'];

export default defineConfig({
  test: {
    // long enough for a busy machine: no test judges by it
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'server', include: server, exclude: never, isolate: false } },
      { extends: true, test: { name: 'everything else', include: everything, exclude: [...never, ...server] } },
    ],
  },
});
