import { beforeAll, describe, expect, test } from 'vitest';
import { fromJson } from '@/lib/engine/world';
import { givenValues, judgeCli, type Scenario, startScenario } from '@/lib/quizzes/cli-answer';
import type { QuestionOf } from '@/lib/quizzes/question';
import { runLine } from '@/lib/shell/run-line';
import { questionOf } from './questions';

const question = questionOf('cli');
let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario(question);
});

const answer = async (lines: string, asked: QuestionOf<'cli'> = question) =>
  judgeCli(asked, scenario, await runLine(fromJson(scenario.world), scenario.shell, lines));
const passed = async (lines: string, asked?: QuestionOf<'cli'>) =>
  (await answer(lines, asked)).checks.map((check) => check.passed);
const attach = 'aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1';

test('a question has one account, with the variables of its script and no others told', async () => {
  expect(await startScenario(question)).toEqual(scenario);
  expect(givenValues(question, scenario)).toEqual({
    WEB_1: expect.stringMatching(/^i-0[\da-f]{16}$/),
    ENI: expect.stringMatching(/^eni-0[\da-f]{16}$/),
  });
  const unset = { ...question, given: [{ name: 'NOWHERE', what: 'nothing' }] };
  expect(givenValues(unset, scenario)).toEqual({});
});

test('what counts is what the account looks like afterwards', async () => {
  expect(await passed(question.solution)).toEqual([true, true]);
  expect(await passed(`for I in 1; do ${attach}; done`)).toEqual([true, true]);
  expect(await passed(`${attach.replace('$ENI', 'eni-1')}; ${attach}`)).toEqual([true, true]);
  expect(await passed('')).toEqual([false, true]);
  expect(await passed(`${attach} --dry-run`)).toEqual([false, true]);
  expect(await passed(`${attach}\naws ec2 allocate-address`)).toEqual([true, false]);
  expect(await passed(`echo '${attach}'`)).toEqual([false, true]);
});

test('ids that the view tells may be typed out', async () => {
  const { WEB_1 = '', ENI = '' } = givenValues(question, scenario);
  expect(await passed(attach.replace('$WEB_1', WEB_1).replace('$ENI', ENI))).toEqual([true, true]);
});

test('everything on its way settles before it is judged', async () => {
  const gone: QuestionOf<'cli'> = {
    ...question,
    checks: [
      { say: 'stopped', check: { instance: { name: 'web-1', state: 'stopped' } } },
      { say: 'loose', check: { interface: { status: 'available' } } },
    ],
  };
  const pull =
    'A=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1 --query AttachmentId --output text); aws ec2 detach-network-interface --attachment-id $A; aws ec2 stop-instances --instance-ids $WEB_1';
  expect(await passed(pull, gone)).toEqual([true, true]);
});

test('an answer cannot change the account of the next one', async () => {
  const before = JSON.stringify(scenario);
  await answer(`${attach}; aws ec2 terminate-instances --instance-ids $WEB_1; ENI=other`);
  expect(JSON.stringify(scenario)).toBe(before);
});

describe('past a limit', () => {
  test('no check passes, not even one that held from the start, and the shell says why', async () => {
    const { checks, output } = await answer(`${attach}\nwhile true; do aws ec2 describe-vpcs > /dev/null; done`);
    expect(checks.map((check) => check.passed)).toEqual([false, false]);
    expect(output).toMatch(/^patchbay: a line may make 500 calls to AWS\. Nothing of this line was kept\.\n$/);
  });
});

describe('the output', () => {
  test('is what was printed, refusals too', async () => {
    const { output } = await answer('echo hello; aws ec2 attach-network-interface --network-interface-id $ENI');
    expect(output).toMatch(/^hello\n[\s\S]*the following arguments are required/);
  });

  test('has at most 4,000 characters and no NUL', async () => {
    expect((await answer('seq 1 5000')).output).toHaveLength(4_000);
    expect((await answer("printf 'a\\0b'")).output).toBe('ab');
  });
});
