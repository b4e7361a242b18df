import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ec2Words, findCommand } from '@/lib/aws-cli/commands';
import { commandHelp } from '@/lib/aws-cli/help';
import { commandName } from '@/lib/aws-cli/names';
import { waiters, waiterWords } from '@/lib/aws-cli/waiters';
import { operations } from '@/lib/engine/operations';

/** The flags that the real CLI lists for a command, without those of every command. */
const observations: {
  readonly flags: Readonly<Record<string, readonly string[]>>;
  /** The operations whose pages the CLI puts together, each with the lists that it keeps. */
  readonly pages: Readonly<Record<string, readonly string[]>>;
} = JSON.parse(readFileSync('test/aws-cli/observed/flags.json', 'utf8'));
const { flags, pages } = observations;

const commandOf = (operation: string) => {
  const command = findCommand(commandName(operation));
  if (!command) throw new Error(`no command for ${operation}`);
  return command;
};

describe.each(operations.map(({ name }) => name))('%s', (name) => {
  const command = commandOf(name);
  const observed = flags[name];

  test('takes every flag of the real CLI', () => {
    expect(observed, 'observe the flags of this command too').toBeDefined();
    const lacking = observed?.filter((flag) => !command.options.has(flag));
    expect(lacking).toEqual([]);
  });

  test('shows no flag that the real CLI has not', () => {
    const shown = command.arguments.filter(({ hidden }) => !hidden).map((argument) => `--${argument.name}`);
    expect(shown.filter((flag) => !observed?.includes(flag))).toEqual([]);
  });

  test('is answered in pages where the real CLI’s is', () => {
    expect(command.paged).toBe(Object.hasOwn(pages, name));
  });

  test('has help with every flag, its type and AWS’s page', () => {
    const help = commandHelp(command);
    for (const { name: flag, hidden, required } of command.arguments) {
      if (!hidden) expect(help).toContain(`--${flag}`);
      if (required) expect(help).toMatch(new RegExp(`--${flag}( \\| --[\\w-]+)? \\(\\w+\\) required`));
    }
    expect(help).toContain(`https://docs.aws.amazon.com/cli/latest/reference/ec2/${command.name}.html`);
    expect(help.split('\n').every((line) => !line.includes('undefined'))).toBe(true);
  });
});

test('names on the command line follow AWS’s rules', () => {
  const names = [
    'CidrIp',
    'DescribeVpcs',
    'Ipv6CidrBlock',
    'PrivateIpAddress',
    'EnableDns64',
    'VPCs',
    'DescribeEC2VPCs',
    'Ipv4ID',
  ];
  expect(names.map(commandName)).toEqual([
    'cidr-ip',
    'describe-vpcs',
    'ipv6-cidr-block',
    'private-ip-address',
    'enable-dns64',
    '-vpcs',
    'describe-ec2-vpcs',
    'ipv4-id',
  ]);
  expect(commandName('EnableResourceNameDnsAAAARecordOnLaunch')).toBe('enable-resource-name-dns-aaaa-record-on-launch');
});

test('every operation is a word of ec2, and every waiter polls with an operation of AWS', () => {
  for (const { name } of operations) expect(ec2Words).toContain(commandName(name));
  for (const { name, operation } of waiters) {
    expect(waiterWords).toContain(commandName(name));
    expect(ec2Words).toContain(commandName(operation));
  }
});
