import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readForm } from '@/lib/ec2-query/form';
import { writeAnswer } from '@/lib/ec2-query/write-answer';
import { operations } from '@/lib/engine/operations';
import { anyInput, sayable } from '../build/any-input';
import { furnishedAccount, make, plans } from '../build/random-calls';
import { readCall } from '../ec2-query/read-at-once';
import { hasBoto3, howToGet, python, runProgram } from './programs';

/** For each operation, calls as clients may make them. */
const requests = operations.flatMap(({ name, input }) =>
  fc
    .sample(anyInput(input), { numRuns: 20, seed: 20260131 })
    .map((given) => ({ operation: name, input: sayable(given) ?? {} })),
);

/** Answers that random calls got, each once. */
function someAnswers(): { operation: string; output: object }[] {
  const found = new Map<string, { operation: string; output: object }>();
  for (const [index, sequence] of fc.sample(plans, { numRuns: 60, seed: 20260131 }).entries()) {
    const world = furnishedAccount(index % 2 === 0);
    for (const plan of sequence) {
      const { call, outcome } = make(world, plan);
      if (!outcome.ok) continue;
      const one = { operation: call.operation, output: outcome.output };
      found.set(JSON.stringify(one), one);
    }
  }
  return [...found.values()];
}

interface Judged {
  readonly requests: ({ body: string; input: object } | null)[];
  readonly answers: ({ read: object; output: object; requestId: string } | null)[];
}

describe.skipIf(!hasBoto3)(`by the model that botocore carries${hasBoto3 ? '' : ` (${howToGet})`}`, () => {
  const answers = hasBoto3 ? someAnswers() : [];
  let judged: Judged;

  beforeAll(async () => {
    const stdin = JSON.stringify({
      requests,
      answers: answers.map((one) => ({ ...one, xml: writeAnswer(one.operation, one.output, 'the-request') })),
    });
    const { stdout, stderr } = await runProgram(python, ['test/clients/model.py'], { stdin });
    expect(stderr).toBe('');
    judged = JSON.parse(stdout);
  }, 120_000);

  test('what it sends of a call is read as that call', () => {
    const known = judged.requests.filter((one) => one !== null);
    expect(known.length).toBeGreaterThan(requests.length / 2);
    for (const [index, one] of judged.requests.entries()) {
      const operation = requests[index]?.operation;
      if (!one) continue;
      const call = readCall(readForm(one.body));
      expect({ operation, input: sayable(call.input) }).toEqual({ operation, input: sayable(one.input) });
    }
  });

  test('what it reads of an answer is that answer, member by member', () => {
    expect(answers.length).toBeGreaterThan(300);
    for (const [index, one] of judged.answers.entries()) {
      const operation = answers[index]?.operation;
      if (!one) continue;
      expect({ operation, answer: one.read }).toEqual({ operation, answer: one.output });
      expect(one.requestId).toBe('the-request');
    }
  });
});
