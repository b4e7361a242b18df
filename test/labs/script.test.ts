import { expect, test } from 'vitest';
import { createAccount } from '@/lib/engine/create-account';
import { parseSabotage } from '@/lib/labs/lab-proof';
import { runScript, scriptLines } from '@/lib/labs/script';
import { startLab } from '@/lib/labs/start-lab';
import { newShell } from '@/lib/shell/shell-state';
import { began } from '../build/attempt';

test('a script is its commands, each with the number of its first line', () => {
  const script =
    '# a comment\n\nA=1\naws ec2 create-vpc \\\n  --cidr-block 10.0.0.0/16 \\\n\t--dry-run\n  # another\nB=2';
  expect(scriptLines(script)).toEqual([
    { number: 3, text: 'A=1' },
    { number: 4, text: 'aws ec2 create-vpc --cidr-block 10.0.0.0/16 --dry-run' },
    { number: 8, text: 'B=2' },
  ]);
});

test('a backslash before the end of the script ends the command', () => {
  expect(scriptLines('A=1 \\')).toEqual([{ number: 1, text: 'A=1 ' }]);
  expect(scriptLines('')).toEqual([]);
});

test('a sabotage names the tasks it fails', () => {
  expect(parseSabotage('x', '# fails: one, two three\nA=1')).toMatchObject({
    fails: ['one', 'two', 'three'],
    instead: false,
  });
  expect(parseSabotage('x', '# fails: one\n# instead of the solution\nA=1')).toMatchObject({ instead: true });
  expect(() => parseSabotage('x', 'A=1')).toThrow('sabotage x does not begin with');
});

test('a script ends at the first line that fails, and says which', async () => {
  const world = createAccount({ seed: 'seed', now: began });
  const seen: string[] = [];
  const text = 'A=1\n\necho $A\nls /nowhere\necho never';
  const run = runScript(world, newShell(), { name: 'start.sh', text }, (result) => seen.push(result.stdout));
  await expect(run).rejects.toThrow(/^start\.sh, line 4: exit code \d+\. ls: .*nowhere/);
  expect(seen).toEqual(['', '1\n']);
});

test('a lab whose start fails does not start', async () => {
  const lab = { slug: 'broken', start: 'false' };
  await expect(startLab(lab, { seed: 'seed', now: began })).rejects.toThrow('broken/start.sh, line 1: exit code 1.');
});

test('a lab without a start is a fresh account, in its Region and with a new shell', async () => {
  const { world, shell } = await startLab(
    { slug: 'empty', start: '', region: 'eu-west-1' },
    { seed: 'seed', now: began },
  );
  expect(world.region).toBe('eu-west-1');
  expect(world.vpcs.list().map((vpc) => vpc.IsDefault)).toEqual([true]);
  expect(world.now).toBe(began);
  expect(shell).toEqual(newShell());
});
