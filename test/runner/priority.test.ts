import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { emptyWorld, toJson } from '@/lib/engine/world';
import { createPool } from '@/lib/runner/pool';
import { newShell } from '@/lib/shell/shell-state';

const pool = createPool({ warm: 1 });
afterAll(() => pool.close());

const lowered = (): number =>
  readdirSync('/proc/self/task').filter((thread) => getPriority(Number(thread)) > getPriority()).length;

test.runIf(process.platform === 'linux')('a thread that runs lines gives way to the server’s own', async () => {
  const before = lowered();
  const world = toJson(emptyWorld({ seed: 'seed', now: 0 }));
  expect((await pool.run({ world, shell: newShell(), line: 'echo hi' })).stdout).toBe('hi\n');
  expect(lowered()).toBe(before + 1);
});
