import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import { type Ec2Server, startEc2Server } from './ec2-server';
import { environmentOf, hasBoto3, howToGet, python, runProgram } from './programs';

const minutes = 60_000;
const head = `
import boto3, botocore, json, os
from botocore.config import Config
ec2 = boto3.client('ec2', endpoint_url=os.environ['ENDPOINT'], config=Config(retries={'max_attempts': 5, 'mode': 'standard'}))
at_once = {'Delay': 0}
def refusal(call, **parameters):
    try:
        call(**parameters)
    except botocore.exceptions.ClientError as error:
        return [error.response['ResponseMetadata']['HTTPStatusCode'], error.response['Error']['Code'], error.response['Error']['Message']]
def named(name):
    return ec2.describe_instances(Filters=[{'Name': 'tag:Name', 'Values': [name]}])['Reservations'][0]['Instances'][0]
`;

/** The first lab's solution as a Python program. */
const solution = `
one, two = named('web-1'), named('web-2')
eth0 = one['NetworkInterfaces'][0]['Attachment']['AttachmentId']
refusals = [refusal(ec2.detach_network_interface, AttachmentId=eth0)]
ec2.stop_instances(InstanceIds=[one['InstanceId']])
ec2.get_waiter('instance_stopped').wait(InstanceIds=[one['InstanceId']], WaiterConfig=at_once)
refusals.append(refusal(ec2.detach_network_interface, AttachmentId=eth0))
ec2.start_instances(InstanceIds=[one['InstanceId']])
ec2.get_waiter('instance_running').wait(InstanceIds=[one['InstanceId']], WaiterConfig=at_once)
eni = ec2.create_network_interface(SubnetId=one['SubnetId'])['NetworkInterface']['NetworkInterfaceId']
available = lambda: ec2.get_waiter('network_interface_available').wait(NetworkInterfaceIds=[eni], WaiterConfig=at_once)
available()
attachment = ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=one['InstanceId'], DeviceIndex=1)['AttachmentId']
before = ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])['NetworkInterfaces'][0]
ec2.detach_network_interface(AttachmentId=attachment)
available()
ec2.attach_network_interface(NetworkInterfaceId=eni, InstanceId=two['InstanceId'], DeviceIndex=1)
after = ec2.describe_network_interfaces(NetworkInterfaceIds=[eni])['NetworkInterfaces'][0]
print(json.dumps({'refusals': refusals, 'same': all(before[k] == after[k] for k in ('PrivateIpAddress', 'MacAddress'))}))
`;

describe.skipIf(!hasBoto3)(`boto3${hasBoto3 ? '' : ` (${howToGet})`}`, () => {
  let server: Ec2Server;
  beforeAll(async () => {
    server = await startEc2Server();
  });
  afterAll(async () => {
    await server?.close();
    await closeDatabase();
  });

  async function program(text: string, env: Record<string, string>) {
    const ran = await runProgram(python, ['-c', head + text], { env });
    expect(ran, ran.stderr).toMatchObject({ exitCode: 0 });
    return JSON.parse(ran.stdout);
  }

  test(
    'runs the solution of the first lab',
    async () => {
      const { id, credentials } = await server.start('one-interface-two-instances');
      const said = await program(solution, environmentOf(credentials));
      const primary = [400, 'OperationNotPermitted', expect.stringContaining('device index 0')];
      expect(said).toEqual({ refusals: [primary, primary], same: true });
      const view = await server.view(id);
      expect(view.tasks.filter(({ passed }) => !passed)).toEqual([]);
      expect(view.steps.every(({ via, text }) => via === 'ec2' && /# Boto3\/\d/.test(text))).toBe(true);
    },
    2 * minutes,
  );

  test(
    'types, texts that XML must escape, pages and presigned addresses',
    async () => {
      const { credentials } = await server.start();
      const said = await program(
        `
import urllib.request
vpc = ec2.create_vpc(CidrBlock='10.9.0.0/16')['Vpc']
value = ' a ]]> & <b c="d"> é 😀 %41+\\t'
ec2.create_tags(Resources=[vpc['VpcId']], Tags=[{'Key': '__proto__', 'Value': value}, {'Key': 'empty', 'Value': ''}])
tags = ec2.describe_tags(Filters=[{'Name': 'resource-id', 'Values': [vpc['VpcId']]}])['Tags']
pages = [len(page['Subnets']) for page in ec2.get_paginator('describe_subnets').paginate(PaginationConfig={'PageSize': 5})]
instance = ec2.run_instances(ImageId=ec2.describe_images(Owners=['amazon'])['Images'][0]['ImageId'], MinCount=1, MaxCount=1, InstanceType='t3.micro')['Instances'][0]
address = ec2.generate_presigned_url('describe_vpcs', Params={'VpcIds': [vpc['VpcId']]}, HttpMethod='GET')
with urllib.request.urlopen(address) as response:
    presigned = response.read().decode().count('<vpcId>')
print(json.dumps({
  'tags': {tag['Key']: tag['Value'] for tag in tags}, 'same': {tag['Key']: tag['Value'] for tag in tags}['__proto__'] == value,
  'pages': pages, 'launched': str(type(instance['LaunchTime'])), 'default': vpc['IsDefault'], 'presigned': presigned,
  'dry': refusal(ec2.delete_vpc, VpcId=vpc['VpcId'], DryRun=True),
}))`,
        environmentOf(credentials),
      );
      expect(said).toMatchObject({
        tags: { empty: '' },
        same: true,
        pages: [5, 1],
        launched: "<class 'datetime.datetime'>",
        default: false,
        presigned: 1,
        dry: [412, 'DryRunOperation', 'Request would have succeeded, but DryRun flag is set.'],
      });
    },
    2 * minutes,
  );

  test(
    'tries again what the server could not do, and a call that names its token is done once',
    async () => {
      const { id, credentials } = await server.start();
      const seen = server.seen.length;
      let refusals = 2;
      server.refuse = () => {
        refusals -= 1;
        if (refusals === 0 && server) server.refuse = undefined;
        return new Response(
          '<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>Unavailable</Code><Message>m</Message></Error></Errors><RequestID>r</RequestID></Response>',
          { status: 503 },
        );
      };
      const said = await program(
        `
subnet = ec2.describe_subnets()['Subnets'][0]['SubnetId']
twice = [ec2.create_network_interface(SubnetId=subnet, ClientToken='t')['NetworkInterface']['NetworkInterfaceId'] for _ in range(2)]
print(json.dumps({'same': twice[0] == twice[1]}))`,
        environmentOf(credentials),
      );
      expect(said).toEqual({ same: true });
      expect(server.seen.slice(seen).map(({ status }) => status)).toEqual([503, 503, 200, 200, 200]);
      expect((await server.view(id)).steps.map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    },
    2 * minutes,
  );

  test(
    'wrong credentials are AWS’s refusals',
    async () => {
      const { credentials } = await server.start();
      const of = async (change: Record<string, string>) =>
        program(`print(json.dumps(refusal(ec2.describe_vpcs)[:2]))`, { ...environmentOf(credentials), ...change });
      expect(
        await Promise.all([
          of({ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' }),
          of({ AWS_SECRET_ACCESS_KEY: 'wrong' }),
          of({ AWS_SESSION_TOKEN: 'left over' }),
          of({ AWS_DEFAULT_REGION: 'eu-west-1' }),
        ]),
      ).toEqual([
        [401, 'AuthFailure'],
        [403, 'SignatureDoesNotMatch'],
        [401, 'AuthFailure'],
        [403, 'SignatureDoesNotMatch'],
      ]);
    },
    2 * minutes,
  );
});
