import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const shared = {
  resolve: {
    alias: {
      '@': root,
      // It throws outside the bundler; its own empty twin is what the bundler puts in its place.
      'server-only': `${root}/node_modules/server-only/empty.js`,
    },
  },
};

/** Real programs and databases, whole logs, threads that are ended: minutes, which `npm run check` leaves to `npm test`. */
const long = [
  'test/aws-cli/real.test.ts',
  'test/clients/**/*.test.ts',
  'test/db/{each-database,generate,migrate,moving}.test.ts',
  'test/runner/pool.test.ts',
  'test/usecases/{cold-attempts,two-servers}.test.ts',
];
/** What holds a database or threads in its modules: each file needs modules of its own. */
const stateful = ['test/{db,runner,usecases}/**/*.test.ts'];
const patience = { testTimeout: 30_000, hookTimeout: 60_000 };
/** Each file starts threads, which load the engine from its sources, while others do. */
const threads = { setupFiles: ['test/runner/patient-pool.ts'], testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // With -t what is left out would hide what failed.
    hideSkippedTests: true,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/server/**', 'test/e2e/**', 'test/bench/**', ...stateful, ...long],
          // Pure rooms keep nothing between two files, and loading the engine anew for each took longer than its tests.
          isolate: false,
          ...patience,
        },
      },
      { ...shared, test: { name: 'stateful', include: stateful, exclude: long, ...threads } },
      { ...shared, test: { name: 'long', include: long, ...threads } },
      {
        ...shared,
        // Tests of a built server: they share two cores with it, so one file at a time.
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
