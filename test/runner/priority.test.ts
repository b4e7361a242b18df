import { readdirSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { emptyWorld, toJson } from '@/lib/engine/world';
import { createPool, type Pool } from '@/lib/runner/pool';
import { newShell } from '@/lib/shell/shell-state';

let pool: Pool | undefined;
afterAll(() => pool?.close());

const lowered = (): number =>
  readdirSync('/proc/self/task').filter((thread) => getPriority(Number(thread)) > getPriority()).length;

// Below the lowest priority there is none.
test.runIf(process.platform === 'linux' && getPriority() < constants.priority.PRIORITY_LOW)(
  'a thread that runs lines gives way to the server’s own',
  async () => {
    const before = lowered();
    // Not earlier: a thread of the pool may be ready, and so lowered, before it is asked for anything.
    pool = createPool({ warm: 1 });
    const world = toJson(emptyWorld({ seed: 'seed', now: 0 }));
    expect((await pool.run({ world, shell: newShell(), line: 'echo hi' })).stdout).toBe('hi\n');
    expect(lowered()).toBe(before + 1);
  },
);
