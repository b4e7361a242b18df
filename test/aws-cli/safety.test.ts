import { describe, expect, test } from 'vitest';
import { parseJson } from '@/lib/aws-cli/json';
import { parseCall } from '@/lib/aws-cli/parse-call';
import { parseShorthand } from '@/lib/aws-cli/shorthand';
import { Program } from './program';

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
const isUnharmed = () => (({}) as { polluted?: unknown }).polluted === undefined && Object.keys({}).length === 0;

describe('names that mean something to JavaScript are data', () => {
  test.each(names)('%s as a tag key', async (key) => {
    const aws = new Program();
    const vpc = aws.account.defaultVpcId;
    expect(await aws.run(['ec2', 'create-tags', '--resources', vpc, '--tags', `Key=${key},Value=polluted`])).toEqual({
      stdout: '',
      stderr: '',
      exitCode: 0,
    });
    const tags = await aws.print(`ec2 describe-tags --filters Name=key,Values=${key} --query Tags[].[Key,Value]`);
    expect(JSON.parse(tags)).toEqual([[key, 'polluted']]);
    const query = `Vpcs[].{${key}: Tags[?Key=='${key}'].Value | [0]}`;
    const shown = await aws.print(['ec2', 'describe-vpcs', '--query', query]);
    expect(shown).toContain(`"${key}": "polluted"`);
    expect(await aws.print(['ec2', 'describe-vpcs', '--query', query, '--output', 'table'])).toContain(key);
    expect(isUnharmed()).toBe(true);
  });

  test.each(names)('%s as the name of a parameter, in shorthand and in JSON', async (name) => {
    const expected = new RegExp(`Unknown parameter in (Filters\\[0\\]|input): "${name}"`);
    for (const words of [
      ['--filters', `${name}=x`],
      ['--filters', `{"${name}": {"polluted": 1}}`],
      ['--cli-input-json', `{"${name}": {"polluted": 1}}`],
    ]) {
      const parsed = await parseCall(['ec2', 'describe-vpcs', ...words]);
      expect(parsed).toMatchObject({ failure: { exitCode: 252, stderr: expect.stringMatching(expected) } });
    }
    expect(isUnharmed()).toBe(true);
  });

  test.each(names)('%s as a command, an option, a file and a variable', async (name) => {
    const aws = new Program();
    for (const line of [
      name,
      `ec2 ${name}`,
      `ec2 wait ${name}`,
      `ec2 describe-vpcs --${name} x`,
      `ec2 describe-vpcs ${name}`,
    ]) {
      expect((await aws.fail(line))[1]).toBe(252);
    }
    expect((await aws.fail(`ec2 delete-vpc --vpc-id file://${name}`))[0]).toContain('No such file');
    expect((await aws.fail(`ec2 describe-vpcs --region ${name}`))[1]).toBe(255);
    expect((await aws.fail(`ec2 describe-vpcs --query ${name}(@)`))[0]).toBe(`\nUnknown function: ${name}()\n`);
  });
});

describe('nesting is bounded', () => {
  test.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('JSON, %s 100,000 deep', async (open, close) => {
    const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    expect(() => parseJson(deep)).toThrow('Nested more than 100 levels deep');
    const parsed = await parseCall(['ec2', 'describe-vpcs', '--filters', deep]);
    expect(parsed).toMatchObject({ failure: { exitCode: 252 } });
    const input = await parseCall(['ec2', 'describe-vpcs', '--cli-input-json', deep]);
    expect(input).toMatchObject({ failure: { exitCode: 252 } });
  });

  test('JSON 100 deep is read', () => {
    expect(JSON.stringify(parseJson(`${'['.repeat(100)}${']'.repeat(100)}`))).toHaveLength(200);
  });

  test.each(['[', '{a=', '[{a='])('shorthand, %s 100,000 deep', (open) => {
    expect(() => parseShorthand(`a=${open.repeat(100_000)}`)).toThrow('Nested more than 100 levels deep');
  });
});

/** Texts that make a parser go back and forth; those of 64 kB would take it minutes if it did so for each letter. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['quotes', (length) => '"a"'.repeat(length / 3)],
  ['one open quote', (length) => `"${'a'.repeat(length)}`],
  ['escaped quotes', (length) => `a="${'\\"'.repeat(length / 2)}`],
  ['blanks', (length) => ' '.repeat(length)],
  ['a blank before each comma', (length) => `a=b${' ,'.repeat(length / 2)}`],
  ['commas', (length) => `a=${','.repeat(length)}`],
  ['escaped commas', (length) => `a=b${'\\,'.repeat(length / 2)}`],
  ['backslashes', (length) => `a=${'\\'.repeat(length)}`],
  ['keys', (length) => Array.from({ length: length / 8 }, (_, index) => `k${index}=v`).join(',')],
  ['lists of one', (length) => `a=[${'b,'.repeat(length / 2)}`],
  ['brackets', (length) => `a=${'[]'.repeat(length / 2)}`],
  ['digits', (length) => '1'.repeat(length)],
  ['underscores', (length) => '1_'.repeat(length / 2)],
  ['dashes', (length) => '-'.repeat(length)],
  ['surrogates', (length) => `a=${'\ud83d'.repeat(length)}`],
  ['NUL', (length) => `a=${'\0'.repeat(length)}`],
  ['JSON strings', (length) => `[${'"a",'.repeat(length / 4)}`],
  ['JSON numbers', (length) => `[1${'0'.repeat(length)}e999999]`],
  ['query dots', (length) => 'a.'.repeat(length / 2)],
  ['query quotes', (length) => `'${"\\'".repeat(length / 2)}`],
];

describe('a text of 64 kB in any place is answered at once', () => {
  test.each(hostile)('%s', async (_, make) => {
    const aws = new Program();
    const text = make(64_000);
    const begun = performance.now();
    for (const words of [
      [text],
      ['ec2', text],
      ['ec2', 'wait', text],
      ['ec2', 'describe-vpcs', text],
      ['ec2', 'describe-vpcs', `--${text}`],
      ['ec2', 'describe-vpcs', '--filters', text],
      ['ec2', 'describe-vpcs', '--query', text],
      ['ec2', 'describe-vpcs', '--region', text],
      ['ec2', 'describe-vpcs', '--output', text],
      ['ec2', 'describe-vpcs', '--max-items', text],
      ['ec2', 'describe-vpcs', '--starting-token', text],
      ['ec2', 'describe-vpcs', '--cli-input-json', text],
      ['ec2', 'run-instances', '--count', text],
      ['ec2', 'attach-network-interface', '--network-interface-id', text, '--instance-id', 'i', '--device-index', text],
      ['ec2', 'modify-network-interface-attribute', '--network-interface-id', text, '--source-dest-check', text],
      ['ec2', 'authorize-security-group-ingress', '--protocol', text, '--port', text, '--cidr', text],
    ]) {
      const { exitCode } = await aws.run(words);
      expect([0, 252, 254, 255]).toContain(exitCode);
    }
    // Linear work takes a few milliseconds for each line; quadratic work would take seconds.
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test('many words, many options', async () => {
    const aws = new Program();
    const begun = performance.now();
    for (const word of ['x', '--x', '--dry-run', '--vpc-ids', '--vpc', '-', '--', '--filters={', 'file://x']) {
      const words = Array.from({ length: 20_000 }, () => word);
      expect([0, 252, 254, 255]).toContain((await aws.run(['ec2', 'describe-vpcs', ...words])).exitCode);
    }
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});

test('nothing outside the learner’s shell is ever read', async () => {
  const aws = new Program();
  for (const path of ['/etc/passwd', '../../etc/passwd', '/proc/self/environ', 'package.json', '~/.aws/credentials']) {
    for (const scheme of ['file', 'fileb']) {
      const [stderr, exitCode] = await aws.fail(`ec2 describe-vpcs --filters ${scheme}://${path}`);
      expect(stderr).toContain(`Unable to load paramfile ${scheme}://${path}: [Errno 2] No such file or directory`);
      expect(exitCode).toBe(252);
    }
  }
});
