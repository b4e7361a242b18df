import { createPool, type Pool } from '@/lib/runner/pool';

/** How long a line may take in tests, ms: they share their processors with each other, and no test is about how fast they are. */
const deadlineMs = 60_000;

let pool: Pool | undefined;
// Its threads start with the first job, as those of a server do: most tests run no line.
const patient = (): Pool => {
  pool ??= createPool();
  return pool;
};

// In the place where the server keeps its own (`lib/runner/pool.ts`).
(globalThis as typeof globalThis & { patchbayPool?: Pool }).patchbayPool = {
  run: (job, options) => patient().run(job, { deadlineMs, ...options }),
  start: (job) => patient().start(job),
  close: async () => pool?.close(),
};
