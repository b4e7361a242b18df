import { expect, test } from 'vitest';
import { type Value, valuesOf } from '@/lib/console/form';
import { commandOf, formCall } from '@/lib/console/form-call';
import { refusedField } from '@/lib/console/refused-field';
import { sections } from '@/lib/console/sections';
import { loadLabs } from '@/lib/content/labs';
import { execute } from '@/lib/engine/execute';
import { settleDue } from '@/lib/engine/settle';
import { fromJson, setTime, toJson } from '@/lib/engine/world';
import { Attempt } from '../build/attempt';

/** Somebody who selects a row, opens an action, fills in what is left and sends it; answers where a refusal is shown. */
class Clicker {
  readonly commands: string[] = [];

  constructor(readonly attempt: Attempt) {}

  act(section: string, row: string | undefined, action: string, left: Record<string, Value> = {}): string | undefined {
    const { live } = this.attempt;
    setTime(live, live.now + 60_000);
    settleDue(live);
    const found = sections.find(({ title }) => title === section);
    const listed = found?.rows(live).find(({ name, id }) => name === row || id === row);
    const form = [found?.make, ...(found?.actions ?? []).flatMap(({ forms }) => forms)].find(
      (one) => one?.title === action,
    );
    if (!form || (row !== undefined && !listed)) throw new Error(`no ${action} of ${row} in ${section}`);
    const values = valuesOf(form, live, { ...listed?.fills, ...left });
    const made = formCall(form, values);
    if (!made.ok) throw new Error(JSON.stringify(made.errors));
    this.commands.push(commandOf(form, values));
    const outcome = execute(fromJson(toJson(live)), made.call);
    this.attempt.call(made.call.operation, made.call.input);
    if (outcome.ok) return undefined;
    return `${outcome.error.code} at ${refusedField(form, values, outcome.error) ?? 'the form'}`;
  }
}

test('the first lab is done by forms alone, and its commands do the same', async () => {
  const lab = (await loadLabs()).get('one-interface-two-instances');
  if (!lab) throw new Error('there is no such lab');
  const attempt = await Attempt.begin(lab);
  const console = new Clicker(attempt);
  const primary = 'OperationNotPermitted at AttachmentId';
  expect(console.act('Instances', 'web-1', 'Detach network interface')).toBe(primary);
  expect(console.act('Instances', 'web-1', 'Stop instance')).toBeUndefined();
  expect(console.act('Instances', 'web-1', 'Detach network interface')).toBe(primary);
  expect(console.act('Instances', 'web-1', 'Start instance')).toBeUndefined();
  const subnet = attempt.live.subnets.list().find(({ Tags }) => Tags.some(({ Value }) => Value === 'subnet-a'));
  const given = { SubnetId: subnet?.SubnetId ?? '', 'TagSpecifications.Tags.Value': 'mover' };
  expect(console.act('Network interfaces', undefined, 'Create network interface', given)).toBeUndefined();
  const mover = attempt.live.networkInterfaces.list().at(-1)?.NetworkInterfaceId ?? '';
  expect(console.act('Instances', 'web-1', 'Attach network interface', { NetworkInterfaceId: mover })).toBeUndefined();
  expect(console.act('Network interfaces', 'mover', 'Detach')).toBeUndefined();
  expect(console.act('Instances', 'web-2', 'Attach network interface', { NetworkInterfaceId: mover })).toBeUndefined();
  expect(attempt.result.finished).toBe(true);

  const typed = await Attempt.begin(lab);
  for (const command of console.commands) {
    await typed.run('sleep 60');
    await typed.run(command);
  }
  expect(typed.result.finished).toBe(true);
  const network = ({ live }: Attempt) =>
    live.networkInterfaces
      .list()
      .map((eni) => [eni.SubnetId, eni.groups, eni.Attachment?.InstanceId, eni.Attachment?.DeviceIndex]);
  expect(network(typed)).toEqual(network(attempt));
});

test('a public web server is made by forms alone', async () => {
  const lab = (await loadLabs()).get('public-web-server');
  if (!lab) throw new Error('there is no such lab');
  const attempt = await Attempt.begin(lab);
  const console = new Clicker(attempt);
  const { live } = attempt;
  const [instance] = live.instances.list();
  const table = live.routeTables.first('main', instance?.VpcId ?? '')?.RouteTableId;
  const group = live.securityGroups.list().find(({ GroupName }) => GroupName === 'web')?.GroupId;
  const gateway = live.internetGateways.first('attachedTo', instance?.VpcId ?? '')?.InternetGatewayId ?? '';
  const everywhere = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway };
  expect(console.act('Route tables', table, 'Edit routes: add route', everywhere)).toBeUndefined();
  expect(console.act('Elastic IPs', undefined, 'Allocate Elastic IP address')).toBeUndefined();
  const address = live.addresses.list().at(-1)?.AllocationId;
  const onto = { InstanceId: instance?.InstanceId ?? '' };
  expect(console.act('Elastic IPs', address, 'Associate Elastic IP address', onto)).toBeUndefined();
  const http = { 'IpPermissions.IpProtocol': 'HTTP', 'IpPermissions.IpRanges.CidrIp': '0.0.0.0/0' };
  expect(console.act('Security groups', group, 'Edit inbound rules: add rule', http)).toBeUndefined();
  expect(attempt.result.tasks.filter(({ passed }) => !passed)).toEqual([]);
});
