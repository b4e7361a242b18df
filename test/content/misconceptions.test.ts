import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadMisconceptions } from '@/lib/content/misconceptions';
import { loadQuizzes } from '@/lib/content/quizzes';
import { readYaml } from '@/lib/content/read-yaml';
import { settleDue } from '@/lib/engine/settle';
import { MisconceptionsFile, misconceptionsShown, situations } from '@/lib/labs/misconceptions';
import { momentFromJson, momentToJson } from '@/lib/labs/replay';
import { scriptLines } from '@/lib/labs/script';
import { fidelity } from '@/lib/usecases/fidelity';
import { Attempt } from '../build/attempt';
import { twoServers } from '../build/lab';
import { scripts } from './misconception-scripts';

const all = await loadMisconceptions();
const labs = [...(await loadLabs()).values()];

/** Two servers in one subnet, one in another zone, one with a public address in the default VPC. */
const account = {
  ...twoServers,
  slug: 'misconceptions',
  start: `${twoServers.start}
SUBNET_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1b \\
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-b}]' --query Subnet.SubnetId --output text)
FAR=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET_B \\
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=far-1}]' --query 'Instances[0].InstanceId' --output text)
PUBLIC=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small \\
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=public-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $FAR $PUBLIC
`,
};

const idOf = (variable: string, command: string, query: string) =>
  `${variable}=$(aws ec2 ${command} --query '${query}' --output text)`;
const instanceId = 'Reservations[0].Instances[0].InstanceId';
const named = (name: string) => `--filters Name=tag:Name,Values=${name}`;

/** Reads only: no steps. */
const given = [
  idOf('VPC', `describe-vpcs ${named('vpc-lab')}`, 'Vpcs[0].VpcId'),
  idOf('SUBNET', `describe-subnets ${named('subnet-a')}`, 'Subnets[0].SubnetId'),
  idOf('SUBNET_B', `describe-subnets ${named('subnet-b')}`, 'Subnets[0].SubnetId'),
  idOf('TABLE', `describe-route-tables --filters Name=vpc-id,Values=$VPC`, 'RouteTables[0].RouteTableId'),
  idOf('GROUP', `describe-security-groups --filters Name=vpc-id,Values=$VPC`, 'SecurityGroups[0].GroupId'),
  idOf('AMI', 'describe-images --owners amazon --filters Name=architecture,Values=x86_64', 'Images[0].ImageId'),
  ...['WEB_1 web-1', 'WEB_2 web-2', 'FAR far-1', 'PUBLIC public-1'].map((pair) => {
    const [variable = '', name = ''] = pair.split(' ');
    return idOf(variable, `describe-instances ${named(name)}`, instanceId);
  }),
  idOf(
    'ETH0',
    'describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1',
    'NetworkInterfaces[0].NetworkInterfaceId',
  ),
  idOf(
    'ATTACHMENT_0',
    'describe-network-interfaces --network-interface-ids $ETH0',
    'NetworkInterfaces[0].Attachment.AttachmentId',
  ),
];

/** What the steps of a script show, in order. A line that begins with `!` has to be refused, every other accepted. */
async function shownBy(attempt: Attempt, script: string): Promise<string[]> {
  const shown: string[] = [];
  for (const { number, text } of scriptLines(script)) {
    const before = attempt.steps.length;
    const { exitCode, stderr } = await attempt.run(text);
    if (exitCode !== 0) throw new Error(`line ${number}, ${text}: exit code ${exitCode}\n${stderr}`);
    const moment = momentFromJson(momentToJson(attempt.moment));
    settleDue(moment.world); // As the server does before a step is recorded.
    for (const { calls } of attempt.steps.slice(before)) {
      shown.push(...misconceptionsShown(all, moment, calls).map(({ id }) => id));
    }
  }
  return shown;
}

async function inAccount(script: string): Promise<string[]> {
  const attempt = await Attempt.begin(account);
  expect(await shownBy(attempt, given.join('\n'))).toEqual([]);
  expect(attempt.steps, 'what is given is only read').toEqual([]);
  return shownBy(attempt, script);
}

describe('misconceptions.yaml', () => {
  test('has fifteen or more, and a script for each', () => {
    expect(all.byId.size).toBeGreaterThanOrEqual(15);
    expect(Object.keys(scripts).sort()).toEqual([...all.byId.keys()].sort());
  });

  test('breaks claims that are in the ledger', () => {
    for (const { id, breaks } of all.byId.values()) {
      expect(
        breaks.filter((claim) => claim > 88),
        id,
      ).toEqual([]);
      expect(new Set(breaks).size, id).toBe(breaks.length);
    }
  });

  test('puts each right on a page that is there, with a sentence or three', async () => {
    const pages = new Set([
      ...labs.map(({ slug }) => `/labs/${slug}`),
      ...[...(await loadLessons()).keys()].map((slug) => `/lessons/${slug}`),
      ...[...(await loadQuizzes()).keys()].map((slug) => `/quizzes/${slug}`),
      ...(await fidelity()).map(({ slug }) => `/fidelity/${slug}`),
    ]);
    for (const { id, right, belief, say } of all.byId.values()) {
      if (right.href.startsWith('/')) expect(pages, id).toContain(right.href);
      else expect(right.href, id).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      expect(belief, id).toMatch(/^[A-Z].*\.$/);
      expect(say.split(/(?<=[.?!])\s/).length, `${id}: ${say}`).toBeLessThanOrEqual(4);
      expect(say, id).toMatch(/[.]$/);
    }
  });

  test('names operations and codes that the engine has', async () => {
    const operations = new Set((await fidelity()).flatMap((resource) => resource.operations.map(({ name }) => name)));
    for (const { id, shows } of all.byId.values())
      expect(
        shows.operation.filter((name) => !operations.has(name)),
        id,
      ).toEqual([]);
  });

  test('names every situation there is', () => {
    const used = new Set([...all.byId.values()].flatMap(({ shows }) => shows.when ?? []));
    expect(Object.keys(situations).filter((name) => !used.has(name as never))).toEqual([]);
  });

  const text = readFileSync('content/misconceptions.yaml', 'utf8');
  test.each([
    ['a misspelt key', text.replace('belief:', 'believe:'), /believe/],
    ['a misspelt situation', text.replace('when: [running]', 'when: [runing]'), /shows/],
    ['an accepted call without a situation', text.replace(', when: [shared-subnet]', ''), /shows/],
    ['what is both refused and accepted', text.replace('accepted: true,', 'accepted: true, refused: X,'), /shows/],
    ['an id twice', text.replace('id: crosses-zones', 'id: attaching-moves'), /two misconceptions have one id/],
    ['a place on another site', text.replace('href: /labs', 'href: //labs'), /href/],
    [
      'a source that is not AWS’s',
      text.replace('source: https://docs.aws', 'source: https://docs.aws.example'),
      /source/,
    ],
  ])('%s is refused', (_, changed, message) => {
    expect(changed).not.toBe(text);
    expect(() => readYaml('misconceptions.yaml', changed, MisconceptionsFile)).toThrow(message);
  });
});

describe.each(Object.entries(scripts))('%s', (id, { fires, near }) => {
  test('is shown by a log, and nothing else is', async () => {
    expect(await inAccount(fires)).toEqual([id]);
  });

  test('is not shown by one that comes near', async () => {
    expect(await inAccount(near)).not.toContain(id);
  });
});

describe.each(labs.filter(({ kind }) => kind !== 'sandbox').map((lab) => [lab.slug, lab] as const))(
  'lab %s',
  (slug, lab) => {
    test('its solution shows what the lab expects, and nothing else', async () => {
      const attempt = await Attempt.begin(lab);
      const shown = await shownBy(attempt, (await loadLabProof(slug)).solution);
      expect(
        [...new Set(shown)].sort(),
        `content/labs/${slug}/solution.sh: the misconceptions that it shows, which "expects" of lab.yaml has to name (or find a way that shows none)`,
      ).toEqual([...(lab.expects ?? [])].sort());
      expect(
        (lab.expects ?? []).filter((id) => !all.byId.has(id)),
        'of the catalogue',
      ).toEqual([]);
    });
  },
);
