import { describe, expect, test } from 'vitest';
import { mutations } from '@/lib/quizzes/mutations';
import { QuestionProof } from '@/lib/quizzes/proof';
import { prove } from '@/lib/quizzes/prove';
import { maxPoints, Question, type QuestionOf } from '@/lib/quizzes/question';
import { questionOf, questions, server } from './questions';

const attach = 'aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1';
const eth0 = `ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)`;
const pullEth0 = `${eth0}\naws ec2 detach-network-interface --attachment-id $ETH0`;

const claims = {
  right: { run: pullEth0, refused: 'OperationNotPermitted' },
  'wrong-1': { run: pullEth0, accepted: true },
  'wrong-2': { run: `${pullEth0} --force`, check: { none: { interface: { deviceIndex: 0 } } } },
};
const someClaims = {
  'right-1': { run: attach, check: { interface: { attachedTo: 'web-1', deviceIndex: 1 } } },
  'right-2': { run: `${attach} > /dev/null; echo "a   b"`, prints: 'a b' },
  'wrong-1': { run: attach, accepted: true, not: true },
  'wrong-2': { run: attach, refused: 'OperationNotPermitted' },
};
const number = { ...questionOf('numeric'), answer: 3, tolerance: 2 };
const lines = {
  first: `A=$(${attach} --query AttachmentId --output text)`,
  second: 'aws ec2 detach-network-interface --attachment-id $A',
  third: 'aws ec2 wait network-interface-available --network-interface-ids $ENI',
  last: 'aws ec2 delete-network-interface --network-interface-id $ENI',
};
const runs = { p1: `${pullEth0}`, p2: 'echo said', p3: `${attach} > /dev/null\necho "said"` };
const answers = { a: 'OperationNotPermitted', b: 'said\n', c: 'else' };
const sabotage = ['echo nothing', `${attach}\naws ec2 allocate-address`, attach.replace('index 1', 'index 2')];

const proved: [Question, object][] = [
  [questionOf('single'), { start: server, claims }],
  [questionOf('multiple'), { start: server, claims: someClaims }],
  [questionOf('ordering'), { start: server, lines }],
  [questionOf('matching'), { start: server, runs, answers }],
  [number, { start: server, run: 'echo "$((1 + 2))"' }],
  [questionOf('cli'), { sabotage }],
];
const check = (question: Question, proof: object) => prove(question, QuestionProof.parse(proof));

describe.each(proved.map(([question, proof]) => [question.type, question, proof] as const))(
  '%s',
  (_, question, proof) => {
    test('a right key is proved', async () => {
      expect(await check(question, proof)).toEqual([]);
    });

    test('and none of the others is', async () => {
      const others = mutations(question);
      expect(others.length).toBeGreaterThan(1);
      for (const other of others) {
        expect(JSON.stringify(other)).not.toBe(JSON.stringify(question));
        expect(await check(other, proof), JSON.stringify(other)).not.toEqual([]);
      }
    });

    test('the proof of another type proves nothing', async () => {
      for (const [other, theirs] of proved) {
        const alike = ['single', 'multiple'];
        if (other === question || (alike.includes(other.type) && alike.includes(question.type))) continue;
        expect(await check(question, theirs)).toEqual(['The proof is one for another type of question.']);
      }
    });
  },
);

describe('a proof that does not work proves nothing', () => {
  const single = questionOf('single');
  const withClaim = (claim: object) => ({ start: server, claims: { ...claims, 'wrong-1': claim } });

  test.each<[string, object, RegExp]>([
    ['a start that fails', { start: 'false', claims }, /line 1: exit code 1/],
    ['a claim too few', { start: server, claims: { right: claims.right } }, /the proof has right\.$/],
    ['a claim too many', { start: server, claims: { ...claims, other: claims.right } }, /other/],
    [
      'a line before the last that is refused',
      withClaim({ run: `${pullEth0}\necho x`, prints: 'y' }),
      /wrong-1: line 2/,
    ],
    ['a refusal that a pipe swallows', withClaim({ run: `${pullEth0} | cat`, accepted: true }), /wrong-1: line 2/],
    ['what the AWS CLI refuses itself', withClaim({ run: 'aws ec2 detach-network-interface', accepted: true }), /252/],
    ['what is not modelled', withClaim({ run: 'aws ec2 describe-volumes', refused: 'NotModelled' }), /does not model/],
    ['no line', withClaim({ run: '# nothing', accepted: true }), /no line/],
  ])('%s', async (_, proof, message) => {
    expect((await check(single, proof)).join()).toMatch(message);
  });

  test('a test that does not hold is not accepted, prints nothing and ends an order', async () => {
    expect(await check(single, withClaim({ run: '[ a = b ]', accepted: true }))).toEqual([]);
    expect(await check(single, withClaim({ run: '[ a = b ]', prints: '' }))).toEqual([]);
    expect(await check(single, withClaim({ run: '[ a = b ]', accepted: true, not: true }))).toEqual([
      'wrong-1 is not marked as correct, and the engine fails it without a word.',
    ]);
    const proof = { start: server, lines: { ...lines, last: `${lines.last}; false` } };
    expect((await check(questionOf('ordering'), proof)).join()).toMatch(/does not work\.$/);
  });

  test('two options with one answer', async () => {
    const proof = { start: server, runs, answers: { ...answers, c: ' said' } };
    expect(await check(questionOf('matching'), proof)).toEqual(['Two options have one answer.']);
  });

  test('an order that is not the only one', async () => {
    const proof = { start: server, lines: { ...lines, third: 'echo wait', second: `${lines.second}; ${lines.third}` } };
    const wrong = await check(questionOf('ordering'), proof);
    expect(wrong).toContain('The order first,third,second,last works too.');
    expect(wrong.every((one) => one.endsWith('works too.'))).toBe(true);
  });

  test('an order that works without doing what it should', async () => {
    const proof = { start: server, lines, check: { interface: { attachedTo: 'web-1', deviceIndex: 1 } } };
    expect(await check(questionOf('ordering'), proof)).toEqual([
      'The marked order first,second,third,last does not work.',
    ]);
  });

  test('a CLI question whose variables are not there, or that is solved by doing nothing or by a sabotage', async () => {
    const cli = questionOf('cli');
    const done: QuestionOf<'cli'> = {
      ...cli,
      given: [{ name: 'NOWHERE', what: 'nothing' }],
      checks: [{ say: 'no address', check: { none: { elasticIp: {} } } }],
    };
    expect(await check(done, { sabotage: ['echo nothing'] })).toEqual([
      'The start does not set NOWHERE.',
      'The start alone passes every check.',
      'Sabotage 1 passes every check.',
    ]);
    expect((await check(cli, { sabotage: ['nosuchprogram'] })).join()).toMatch(/^Sabotage 1: exit code 127/);
    expect((await check({ ...cli, solution: 'false' }, { sabotage })).join()).toMatch(/^The solution: exit code 1/);
  });

  test('a free answer has nothing to prove', async () => {
    expect(await check(questionOf('free'), { sabotage })).toHaveLength(1);
    expect(mutations(questionOf('free'))).toEqual([]);
  });
});

describe('a proof is written strictly', () => {
  test.each([
    ['two expectations', { start: 'x', claims: { a: { run: 'x', accepted: true, prints: 'x' } } }],
    ['no expectation', { start: 'x', claims: { a: { run: 'x' } } }],
    ['a misspelt key', { start: 'x', claims: { a: { run: 'x', accept: true } } }],
    ['a key of another type', { start: 'x', run: 'x', claims: {} }],
    ['no start', { claims: {} }],
    ['no sabotage', { sabotage: [] }],
  ])('%s is refused', (_, proof) => {
    expect(QuestionProof.safeParse(proof).success).toBe(false);
  });
});

test('every mutant is a question, and a key twice is not asked for', () => {
  for (const question of questions) {
    const mutants = mutations(question).map((mutant) => JSON.stringify(Question.parse(mutant)));
    expect(new Set(mutants).size, question.type).toBe(mutants.length);
    for (const mutant of mutations(question)) expect(maxPoints(mutant)).toBe(maxPoints(question));
  }
  expect(questions.map((question) => mutations(question).length)).toEqual([2, 4, 6, 8, 3, 4, 0]);
});

test('a check that another one asks for as well is not left out', () => {
  const cli = questionOf('cli');
  const growing = [
    { say: 'one', check: { interface: { subnet: 'a' } } },
    { say: 'two', check: { interface: { subnet: 'a', attachedTo: 'web-1' } } },
  ];
  const left = mutations({ ...cli, checks: growing }).map((mutant) => mutant.type === 'cli' && mutant.checks);
  expect(left).toEqual([
    [{ say: 'one', check: { none: growing[0]?.check } }, growing[1]],
    [growing[0], { say: 'two', check: { none: growing[1]?.check } }],
    [growing[0]],
  ]);
});
