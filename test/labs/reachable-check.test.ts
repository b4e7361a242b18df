import { describe, expect, test } from 'vitest';
import { Check, judge } from '@/lib/labs/checks/check';
import { Attempt } from '../build/attempt';
import { create, gateway, group, preamble } from '../build/check-row';
import { twoServers } from '../build/lab';

const lab: Parameters<typeof Attempt.begin>[0] = {
  ...twoServers,
  slug: 'reachable',
  surroundings: {
    hosts: [{ name: 'web-2', listens: ['tcp/80'] }],
    sites: [{ name: 'office', cidrs: ['192.168.0.0/16'], hosts: [{ name: 'printer', address: '192.168.7.9' }] }],
    names: { 'www.example.com': '198.51.100.7' },
  },
};

const web = { from: 'instance:web-1', to: 'instance:web-2', protocol: 'tcp', port: 80 };
const blocked = { expect: 'blocked' };
const groupId = (name: string) =>
  `$(aws ec2 describe-security-groups --filters Name=vpc-id,Values=$VPC Name=group-name,Values=${name} --query 'SecurityGroups[0].GroupId' --output text)`;
const third = (name: string) =>
  `aws ec2 run-instances --image-id $(aws ec2 describe-images --owners amazon --filters Name=architecture,Values=x86_64 --query 'Images[0].ImageId' --output text) --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.12 --security-group-ids $SG --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=${name}}]'; sleep 60`;

test.each<[string, string[], object, boolean, string | RegExp]>([
  [
    'what arrives and is answered',
    [],
    web,
    true,
    'Reached: tcp 80 from web-1 to web-2 arrives, and its answer comes back.',
  ],
  [
    'a port that nobody listens on',
    [],
    { ...web, port: 81 },
    false,
    /^Not reached: tcp 81 from web-1 to web-2 ends at the instance web-2 \(i-\w+\)\. web-2 takes the packet, and nothing listens on tcp port 81 there\./,
  ],
  [
    'an address instead of a name, and a port of the asker',
    [],
    { ...web, to: '10.0.1.11', sourcePort: 1024 },
    true,
    /^Reached: tcp 80 from web-1 to 10\.0\.1\.11/,
  ],
  [
    'an echo request',
    [],
    { from: 'instance:web-2', to: 'instance:web-1', protocol: 'icmp' },
    true,
    /^Reached: icmp from/,
  ],
  [
    'a name that resolvers know, on the internet',
    [],
    { ...web, to: 'www.example.com' },
    false,
    /has no route to 198\.51\.100\.7/,
  ],
  [
    'a name that nobody knows',
    [],
    { ...web, to: 'nowhere.example.com' },
    false,
    /Nobody knows the name nowhere\.example\.com/,
  ],
  [
    'the internet',
    [],
    { ...web, from: 'internet' },
    false,
    /^Not reached: tcp 80 from the internet to web-2 ends at the/,
  ],
  [
    'a host of the internet',
    [],
    { ...web, to: 'internet:198.51.100.7' },
    false,
    /from web-1 to 198\.51\.100\.7 on the internet/,
  ],
  [
    'premises without a line',
    [],
    { ...web, from: 'site:office/printer' },
    false,
    /from printer in office to web-2 ends at the/,
  ],
  ['an instance that is not there', [], { ...web, to: 'instance:web-3' }, false, 'There is no instance named web-3.'],
  [
    'an interface that is not there',
    [],
    { ...web, from: 'interface:card' },
    false,
    'There is no network interface named card.',
  ],
  ['an interface that hangs loose', [create], { ...web, from: 'interface:card' }, false, /card is attached to nothing/],
  [
    'what is blocked and should be reached',
    [
      `aws ec2 revoke-security-group-ingress --group-id ${groupId('default')} --protocol all --source-group ${groupId('default')}`,
    ],
    web,
    false,
    /ends at the security group default \(sg-\w+\)\. No inbound rule of default allows tcp port 80 from 10\.0\.1\.10 to 10\.0\.1\.11\./,
  ],
  ['what is reached and should be blocked', [], { ...web, ...blocked }, false, /comes back\. It should be blocked\.$/],
  ['what is blocked, whatever refuses it', [], { ...web, port: 81, ...blocked }, true, /^Not reached: tcp 81/],
  [
    'what is blocked by what it should',
    [],
    { ...web, port: 81, ...blocked, refusedBy: 'port-closed' },
    true,
    /^Not reached/,
  ],
  [
    'what is blocked by something else',
    [],
    { ...web, port: 81, ...blocked, refusedBy: 'ENI_SG_RULES_MISMATCH' },
    false,
    /That is port-closed, and it should be ENI_SG_RULES_MISMATCH\.$/,
  ],
  [
    'what should be blocked, at an instance that is not there',
    [],
    { ...web, to: 'instance:web-3', ...blocked },
    false,
    /no instance/,
  ],
  [
    'two instances of one name, one of them closed',
    [group, third('web-2')],
    web,
    false,
    /No inbound rule of web allows/,
  ],
  [
    'two instances of one name, one of them open and not to be',
    [group, third('web-2')],
    { ...web, ...blocked },
    false,
    /should be blocked/,
  ],
  ['another instance that is closed', [group, third('web-3')], web, true, /^Reached/],
])('%s', async (_, lines, check, passed, found) => {
  const { attempt } = await run([gateway, ...lines]);
  const verdict = judge(Check.parse({ reachable: check }), attempt.moment);
  if (typeof found === 'string') expect(verdict.found).toBe(found);
  else expect(verdict.found).toMatch(found);
  expect(verdict.passed).toBe(passed);
});

test('flows together hold when each one does; what is found is the first that does not', async () => {
  const { attempt } = await run([]);
  const judged = (...reachable: object[]) => judge(Check.parse({ reachable }), attempt.moment);
  const open = 'Reached: tcp 80 from web-1 to web-2 arrives, and its answer comes back.';
  expect(judged(web, { ...web, sourcePort: 1024 })).toEqual({ passed: true, found: open });
  const shut = { ...web, port: 22, ...blocked };
  expect(judged(web, shut)).toEqual({
    passed: true,
    found: expect.stringMatching(/^Reached: .*\nNot reached: tcp 22/),
  });
  expect(judged(web, { ...web, port: 22 }, { ...web, to: 'instance:web-3' })).toEqual({
    passed: false,
    found: expect.stringMatching(/^Not reached: tcp 22 .*\.$/),
  });
});

test('more pairs of one name than anybody needs are not tried', async () => {
  const many = Array.from(
    { length: 12 },
    () =>
      'aws ec2 create-network-interface --subnet-id $SUBNET --tag-specifications "ResourceType=network-interface,Tags=[{Key=Name,Value=many}]"',
  );
  const { attempt } = await run(many);
  const verdict = judge(
    Check.parse({ reachable: { ...web, from: 'interface:many', to: 'interface:many' } }),
    attempt.moment,
  );
  expect(verdict).toEqual({
    passed: false,
    found: 'interface:many and interface:many are 144 pairs, too many to try each one.',
  });
});

describe('no check is', () => {
  test.each<[string, object]>([
    ['a flow from nowhere', { ...web, from: 'web-1' }],
    ['a flow from an address', { ...web, from: '10.0.1.10' }],
    ['a flow to what has no name', { ...web, to: 'instance:' }],
    ['a flow to an address that is none', { ...web, to: '10.0.1.256' }],
    ['a flow from an internet address that is none', { ...web, from: 'internet:x' }],
    ['a flow to a host of a host', { ...web, to: 'site:office/printer/tray' }],
    ['a protocol that nothing has', { ...web, protocol: 'sctp' }],
    ['tcp without a port', { ...web, port: undefined }],
    ['icmp with a port', { ...web, protocol: 'icmp' }],
    ['icmp with a port of the asker', { ...web, protocol: 'icmp', port: undefined, sourcePort: 1024 }],
    ['a port past the last', { ...web, port: 65_536 }],
    ['a code that nothing has', { ...web, ...blocked, refusedBy: 'SG' }],
    ['something that is reached and refused', { ...web, refusedBy: 'port-closed' }],
    ['a misspelt member', { ...web, expects: 'blocked' }],
  ])('%s', (_, reachable) => {
    expect(Check.safeParse({ reachable }).success).toBe(false);
    expect(Check.safeParse({ reachable: [web, reachable] }).success).toBe(false);
  });

  test('an empty list, or one turned round', () => {
    expect(Check.safeParse({ reachable: [] }).success).toBe(false);
    expect(Check.safeParse({ none: { reachable: web } }).success).toBe(false);
    expect(Check.safeParse({ reachable: web }).success).toBe(true);
  });
});

async function run(lines: readonly string[]) {
  const attempt = await Attempt.begin(lab);
  for (const line of [...preamble.split('\n'), ...lines]) {
    const { exitCode, stderr } = await attempt.run(line);
    expect(exitCode, `${line}\n${stderr}`).toBe(0);
  }
  return { attempt };
}
