import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CommandContext, Ec2Client } from '@/lib/aws-cli/client';
import { runAws } from '@/lib/aws-cli/run-aws';
import { AwsError } from '@/lib/engine/aws-error';
import type { Call } from '@/lib/engine/execute';

/**
 * What the real AWS CLI did with a line: the calls it made of a service that gave `answers` (the last one again and
 * again), and what it printed. Written down from a run of the program; no command rewrites this file.
 */
interface Observed {
  readonly argv: readonly string[];
  /** Names in `answers`. */
  readonly answers: readonly string[];
  readonly calls: readonly Call[];
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

type Answer =
  | { readonly operation: string; readonly output: object }
  | { readonly code: string; readonly message: string };

const observed: {
  readonly files: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly lines: readonly Observed[];
} = JSON.parse(readFileSync('test/aws-cli/observed/lines.json', 'utf8'));

/** A service that answers as the one did to which the real program spoke. */
class Service implements Ec2Client {
  readonly region = 'us-east-1';
  readonly calls: Call[] = [];
  constructor(private readonly answers: Observed['answers']) {}

  call(operation: string, input: object) {
    this.calls.push({ operation, input: sent(input) as object });
    const name = this.answers[Math.min(this.calls.length, this.answers.length) - 1];
    const answer = name === undefined ? undefined : observed.answers[name];
    if (answer && 'code' in answer) return { ok: false as const, error: new AwsError(answer.code, answer.message) };
    return { ok: true as const, output: answer?.output ?? {}, changes: [] };
  }

  sleep(): void {}
}

/** An input as the Query protocol carries it: an empty list or structure is not sent. */
function sent(value: unknown): unknown {
  const isSent = (member: unknown) => typeof member !== 'object' || member === null || Object.keys(member).length > 0;
  if (Array.isArray(value)) return value.map(sent).filter(isSent);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, sent(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => isSent(member)));
}

const context: CommandContext = {
  readFile: async (path) => (Object.hasOwn(observed.files, path) ? observed.files[path] : undefined),
  env: new Map(),
  stdin: '',
};

describe('as the AWS CLI 2.9.19 was observed to do', () => {
  test.each(observed.lines.map((line) => [line.argv.join(' '), line] as const))(
    'aws %s',
    async (_, { argv, answers, calls, stdout, stderr, exitCode }) => {
      const service = new Service(answers);
      const result = await runAws(service, argv, context);
      expect(result).toEqual({ stdout, stderr, exitCode });
      expect(service.calls).toEqual(calls);
    },
  );
});
