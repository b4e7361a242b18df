import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLab } from '@/lib/content/labs';
import { closeDatabase } from '@/lib/db/database';
import { type Ec2Server, startEc2Server } from './ec2-server';
import { environmentOf, hasBoto3, howToGet, python, runProgram } from './programs';

const slug = 'boto3-does-it';
const lab = (await findLab(slug)) ?? expect.fail(`there is no lab ${slug}`);

/** The brief's block of Python, as it is printed. */
const block = /```python\n(.*?)```/s.exec(lab.brief)?.[1] ?? expect.fail(`${slug}: its brief has no Python`);

/** The calls that the hints print, whole. */
const calls = lab.tasks.flatMap(({ hints }) =>
  [...hints[2].matchAll(/`(ec2\.\w+\([^`]*\))`/g)].map(([, call]) => call),
);

const used = new Set<string>();

/** The call that begins so, with expressions in the places that the hint leaves open. Each is to be used, and no other left. */
function printed(beginning: string, ...values: string[]): string {
  const call = calls.find((one) => one?.startsWith(`ec2.${beginning}`)) ?? expect.fail(`no hint prints ${beginning}`);
  used.add(call);
  const filled = call.replace(/"[a-z]+-…"|…/g, () => values.shift() ?? expect.fail(`more is open in ${call}`));
  expect(values, call).toEqual([]);
  return filled;
}

/** A learner's program: the brief's lines, then the hints' calls around what the lab leaves to everybody's own Python. */
const program = () => `
import boto3, json, os
ec2 = boto3.client('ec2', endpoint_url=os.environ['ENDPOINT'])
at_once = {'Delay': 0}
def one(name):
    return ec2.describe_instances(Filters=[{'Name': 'tag:Name', 'Values': [name]}])['Reservations'][0]['Instances'][0]
def cards(name):
    return ec2.describe_network_interfaces(Filters=[{'Name': 'tag:Name', 'Values': [name]}])['NetworkInterfaces']
card, old = cards('worker-2-data')[0]['NetworkInterfaceId'], one('worker-old')['InstanceId']

${block}

last = cards('worker-old-data')[0]
${printed('modify_network_interface_attribute', "last['NetworkInterfaceId']", "last['Attachment']['AttachmentId']")}
${printed('terminate_instances(InstanceIds=["i-…"])', 'old')}
ec2.get_waiter('instance_terminated').wait(InstanceIds=[old], WaiterConfig=at_once)

subnet = ec2.describe_subnets(Filters=[{'Name': 'tag:Name', 'Values': ['data-a']}])['Subnets'][0]['SubnetId']
group = ec2.describe_security_groups(Filters=[{'Name': 'group-name', 'Values': ['db-clients']}])['SecurityGroups'][0]['GroupId']
made = 0
for name in 2 * ['worker-1', 'worker-2', 'worker-3', 'worker-4', 'worker-5']:
    worker = one(name)
    if len(worker['NetworkInterfaces']) > 1:
        continue
    if not cards(name + '-data'):
        made += 1
        ${printed('create_network_interface', 'subnet', 'group', "name + '-data'")}
    card = cards(name + '-data')[0]['NetworkInterfaceId']
    ec2.get_waiter('network_interface_available').wait(NetworkInterfaceIds=[card], WaiterConfig=at_once)
    ${printed('attach_network_interface', 'card', "worker['InstanceId']")}
loose = ${printed('describe_network_interfaces')}['NetworkInterfaces']
while any(one['Attachment']['Status'] != 'attached' for name in ['worker-2', 'worker-3', 'worker-4', 'worker-5'] for one in cards(name + '-data')):
    pass
print(json.dumps({'made': made, 'loose': len(loose)}))
`;

describe.skipIf(!hasBoto3)(`${slug}${hasBoto3 ? '' : ` (${howToGet})`}`, () => {
  let server: Ec2Server;
  beforeAll(async () => {
    server = await startEc2Server();
  });
  afterAll(async () => {
    await server?.close();
    await closeDatabase();
  });

  async function begin() {
    const { id, credentials } = await server.start(slug);
    const run = async (text: string) => {
      const ran = await runProgram(python, ['-c', text], { env: environmentOf(credentials) });
      expect(ran, ran.stderr).toMatchObject({ exitCode: 0 });
      return ran.stdout.trim().split('\n');
    };
    return { run, view: () => server.view(id) };
  }

  test('is done by the Python that it prints', async () => {
    const { run, view } = await begin();
    const said = await run(program());
    const [summary = '', ...printedByBrief] = said.reverse();
    const counts = printedByBrief.map((line) => line.replace(/^i-\w+ /, '')).sort();
    expect(counts).toEqual(['1', '1', '1', '1', '2', 'DryRunOperation']);
    expect(JSON.parse(summary)).toEqual({ made: 3, loose: 0 });
    const { tasks, steps } = await view();
    expect(tasks.filter(({ passed }) => !passed)).toEqual([]);
    expect(steps.every(({ via }) => via === 'ec2')).toBe(true);
  });

  test('and by the other way that it prints: what the old worker left is deleted', async () => {
    const { run, view } = await begin();
    await run(`
import boto3, os
ec2 = boto3.client('ec2', endpoint_url=os.environ['ENDPOINT'])
def one(name):
    return ec2.describe_instances(Filters=[{'Name': 'tag:Name', 'Values': [name]}])['Reservations'][0]['Instances'][0]
old = one('worker-old')['InstanceId']
last = ec2.describe_network_interfaces(Filters=[{'Name': 'tag:Name', 'Values': ['worker-old-data']}])['NetworkInterfaces'][0]
try:
    ${printed('terminate_instances(InstanceIds=["i-…"], DryRun=True)', 'old')}
except ec2.exceptions.ClientError:
    pass
${printed('terminate_instances(InstanceIds=["i-…"])', 'old')}
ec2.get_waiter('instance_terminated').wait(InstanceIds=[old], WaiterConfig={'Delay': 0})
${printed('delete_network_interface', "last['NetworkInterfaceId']")}
`);
    const { tasks } = await view();
    expect(tasks.filter(({ passed }) => passed).map(({ id }) => id)).toEqual([
      'asked-first',
      'old-one-gone',
      'old-card-gone',
    ]);
  });

  test('every call that it prints whole has been made', () => {
    expect(calls.filter((call) => call !== undefined && !used.has(call))).toEqual([]);
  });
});
