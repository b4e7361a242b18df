import { afterEach, expect, test } from 'vitest';
import { fromJson, toJson } from '@/lib/engine/world';
import type { Job } from '@/lib/runner/job';
import { createPool, type Pool, type PoolOptions } from '@/lib/runner/pool';
import { defaultLimits } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import { TestAccount } from '../build/account';

const world = toJson(new TestAccount().world);
const job = (line: string, more: Partial<Job> = {}): Job => ({ world, shell: newShell(), line, ...more });
/** A line that no counted limit ends. */
const endless = job('while true; do echo x | cat > /dev/null; done', {
  limits: { ...defaultLimits, commands: Number.MAX_SAFE_INTEGER },
});

const pools: Pool[] = [];
const pool = (options?: PoolOptions): Pool => {
  const made = createPool(options);
  pools.push(made);
  return made;
};
afterEach(() => Promise.all(pools.splice(0).map((made) => made.close())));

test('a line in a thread answers what it answers here', async () => {
  const line =
    'A=$RANDOM; aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0; echo $? $(aws ec2 describe-vpcs | jq .Vpcs[0].CidrBlock)';
  const there = await pool({ warm: 1 }).run(job(line, { lastExitCode: 3 }));
  expect(there).toEqual(await runLine(fromJson(world), newShell(), line, { lastExitCode: 3 }));
  expect(there.stdout).toBe('254 "172.31.0.0/16"\n');
});

test('an endless line is ended at the deadline, nothing of it is kept, and the line beside it is unharmed', async () => {
  const shared = pool();
  const shell = { ...newShell(), env: { A: '1' } };
  const [ended, fine] = await Promise.all([
    shared.run({ ...endless, shell }, { deadlineMs: 200 }),
    shared.run(job('echo fine')),
  ]);
  expect(fine).toMatchObject({ stdout: 'fine\n', exitCode: 0 });
  expect(ended).toEqual({
    stdout: '',
    stderr: 'patchbay: this line took longer than 0.2 seconds and was ended. Nothing of this line was kept.\n',
    exitCode: 1,
    calls: [],
    shell,
    now: world.now,
    waited: false,
    limit: 'deadline',
  });
  expect((await shared.run(job('echo again'))).stdout).toBe('again\n');
});

test('while all threads are busy with endless lines another one is started', async () => {
  const shared = pool({ warm: 1, most: 3 });
  const stuck = [shared.run(endless, { deadlineMs: 600_000 }), shared.run(endless, { deadlineMs: 600_000 })];
  expect((await shared.run(job('echo me too'))).stdout).toBe('me too\n');
  const closed = stuck.map((line) => expect(line).rejects.toThrow('the pool is closed'));
  await shared.close();
  await Promise.all(closed);
});

test('lines beyond the most threads wait, and keep their order', async () => {
  const shared = pool({ warm: 1, most: 1 });
  const order: string[] = [];
  await Promise.all(
    ['1', '2', '3'].map((name) => shared.run(job(`echo ${name}`)).then(({ stdout }) => order.push(stdout))),
  );
  expect(order).toEqual(['1\n', '2\n', '3\n']);
});

test('a thread that runs out of memory takes nobody along', async () => {
  const shared = pool({ warm: 1, heapMb: 48 });
  // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not JavaScript.
  const line = 'x=$(printf %01999999d 1); while true; do list+=("${x/0/$((i++))}"); done';
  const greedy: Job = { ...endless, line };
  const result = await shared.run(greedy, { deadlineMs: 600_000 });
  expect(result).toMatchObject({ limit: 'deadline', calls: [], stdout: '' });
  expect(result.stderr).toBe('patchbay: this line needed too much memory. Nothing of this line was kept.\n');
  expect((await shared.run(job('echo fine'))).stdout).toBe('fine\n');
});

test('a bug in a thread is thrown here', async () => {
  const shared = pool({ warm: 1 });
  await expect(shared.run(job('true', { world: { ...world, version: 999 } }))).rejects.toThrow(
    'This world has form 999',
  );
  expect((await shared.run(job('echo fine'))).stdout).toBe('fine\n');
});
