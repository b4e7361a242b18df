import { expect, test } from 'vitest';
import { transcript } from '@/lib/labs/transcript';

const at = Date.UTC(2026, 10, 21, 23, 44, 10);
const step = (seq: number, parent: number, text: string, calls: object[] = [], repeats = 0) => ({
  seq,
  parent,
  at: at + seq * 1_000,
  text,
  repeats,
  // What a test writes down is what the log has.
  calls: calls as { operation: string; ok: boolean; code?: string }[],
});
const made = { operation: 'CreateVpc', ok: true };
const refused = { operation: 'DeleteVpc', ok: false, code: 'DependencyViolation' };

test('every line of the path stands with what came of it, and when', () => {
  const steps = [
    step(1, 0, 'aws ec2 create-vpc --cidr-block 10.0.0.0/16', [made]),
    step(2, 1, 'undone', [made]),
    step(3, 1, 'for i in 1 2; do\n  aws ec2 delete-vpc\ndone', [made, refused], 1),
    step(4, 3, 'X=1'),
  ];
  expect(transcript('Two\nlines', steps, 4)).toBe(`# Two lines
# Calls that changed something or were refused. Times are those of the simulated account, UTC.

# 2026-11-21 23:44:11
$ aws ec2 create-vpc --cidr-block 10.0.0.0/16
# CreateVpc: accepted

# 2026-11-21 23:44:13
$ for i in 1 2; do
>   aws ec2 delete-vpc
> done
# CreateVpc: accepted
# DeleteVpc: refused with DependencyViolation, 2 times

# 2026-11-21 23:44:14
$ X=1
# no call: the shell changed, or time went by
`);
  expect(transcript('T', steps, 0).split('\n').filter(Boolean)).toHaveLength(2);
});

test('nothing that a terminal takes for more than text comes out as it was', () => {
  const evil = '\u001b]0;owned\u0007\u009b31m\u0000\r# forged\u2028$ rm\u202egnp.exe\ttab';
  const text = transcript('a\u001b[2Jb', [step(1, 0, evil, [{ ...refused, code: 'A\n$ forged' }])], 1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
  expect(text).toContain('\ttab');
  // Every line is a comment of ours, a prompt or its continuation.
  for (const line of text.split('\n')) expect(line).toMatch(/^(#|\$ |> |$)/);
  expect(text.split('\n').filter((line) => line.startsWith('$ '))).toHaveLength(1);
});
