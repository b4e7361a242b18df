import { expect, test } from 'vitest';
import type { Limits } from '@/lib/shell/line';
import { Terminal } from './terminal';

/** Run a line that must go past a limit, after something that must be taken back. */
async function passes(limit: keyof Limits, line: string): Promise<string> {
  const t = new Terminal();
  await t.line(`VPC=${t.defaultVpcId}; echo a > a`);
  // What is on its way settles in the line's reads, and must be on its way again.
  await t.out(
    'aws ec2 terminate-instances --instance-ids $(aws ec2 run-instances --image-id $(aws ec2 describe-images --query "Images[0].ImageId" --output text) --instance-type t3.micro --query "Instances[0].InstanceId" --output text)',
  );
  const before = { bytes: t.bytes(), shell: t.shell };
  const first = `B=2; rm a; aws ec2 create-subnet --vpc-id $VPC --cidr-block 172.31.200.0/24 > /dev/null; sleep 60; aws ec2 describe-instances > /dev/null`;
  const result = await t.line(limit === 'lineBytes' ? line : `${first}; ${line}`);
  expect(result).toMatchObject({ limit, stdout: '', exitCode: 1, calls: [], shell: before.shell, now: t.world.now });
  expect(t.bytes()).toBe(before.bytes);
  expect(t.shell).toEqual(before.shell);
  expect(await t.out('echo still here')).toBe('still here\n');
  return result.stderr;
}

test('600 calls in a loop are taken back whole', async () => {
  const line = 'for i in $(seq 1 600); do aws ec2 create-tags --resources $VPC --tags Key=n,Value=$i || true; done';
  expect(await passes('calls', line)).toBe(
    'patchbay: a line may make 500 calls to AWS. Nothing of this line was kept.\n',
  );
});

test('500 calls are not too many', async () => {
  const t = new Terminal();
  const result = await t.line('for i in $(seq 1 500); do aws ec2 describe-vpcs > /dev/null; done');
  expect(result).toMatchObject({ exitCode: 0, calls: [] });
});

test('endless loops end at the number of commands', async () => {
  const message = 'patchbay: a line may run 20000 commands. Nothing of this line was kept.\n';
  for (const line of [
    'while true; do :; done',
    'for ((;;)); do :; done',
    'X=$(until false; do :; done)',
    'bash -c "while :; do :; done" || true',
  ]) {
    expect(await passes('commands', line)).toBe(message);
  }
});

test('bombs end before they grow', async () => {
  const bombs = {
    ':(){ :|:& };:': 'maximum recursion depth',
    'f() { f | f; }; f': 'maximum recursion depth',
    'f() { $(f) $(f); }; f': 'nesting limit',
    'x=a; while true; do x=$x$x; done': 'string length limit',
    'printf %1000000000d 1': 'width limit',
    'echo {1..100}{1..100}{1..100}': 'work limit',
    'seq 1 1000000000': 'iteration limit',
    'x=$(printf %0100000d 1); for i in {1..100}; do y=${x//0/1}; done': 'work limit',
  };
  for (const [bomb, reason] of Object.entries(bombs)) expect(await passes('commands', bomb)).toContain(reason);
});

test('output is counted, of both kinds, and a pipe may carry more', async () => {
  expect(await passes('outputBytes', 'printf %01000000d 1')).toBe(
    'patchbay: a line may print 262144 bytes, this one printed 1000000. Nothing of this line was kept.\n',
  );
  expect(await passes('outputBytes', 'printf %0200000d 1; printf %0200000d 1 >&2')).toContain('printed 400000');
  expect(await passes('outputBytes', 'printf %09000000d 1 > file')).toContain('grown too big');
  expect(await new Terminal().out('printf %01000000d 1 | wc -c')).toBe('1000000\n');
});

test('a line of 1 MB is not read', async () => {
  expect(await passes('lineBytes', `echo ${'é'.repeat(500_000)}`)).toBe(
    'patchbay: a line may have 64000 bytes, this one has 1000005. Nothing of this line was kept.\n',
  );
});

test('patterns that take other machines for ever take no time', async () => {
  const t = new Terminal();
  await t.line('a=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab');
  for (const line of [
    'grep -E "^(a+)+$" <<< $a',
    'sed -E "s/^(a+)+$/x/" <<< $a',
    '[[ $a =~ ^(a+)+$ ]]',
    'awk "/^(a+)+$/" <<< $a',
    `jq -R 'test("^(a+)+$")' <<< $a`,
  ]) {
    expect((await t.line(line)).limit).toBeUndefined();
  }
});

test('a program past a limit of its own fails, and the line goes on', async () => {
  const t = new Terminal();
  expect((await t.line("awk 'BEGIN { while (1) i++ }'; echo $?; jq -n 'def f: f; f'; echo $?")).stdout).toBe(
    '126\n126\n',
  );
});
