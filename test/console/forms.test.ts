import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCall } from '@/lib/aws-cli/parse-call';
import {
  choicesOf,
  type Field,
  type Form,
  isRequired,
  kindOf,
  shapesTo,
  type Value,
  valuesOf,
} from '@/lib/console/form';
import { commandOf, formCall } from '@/lib/console/form-call';
import { refusedField } from '@/lib/console/refused-field';
import { forms, sections } from '@/lib/console/sections';
import { execute } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import type { World } from '@/lib/engine/world';
import { fromJson, toJson } from '@/lib/engine/world';
import { consoleAccount } from '../build/console-account';
import { splitLine } from '../build/split-line';

const inputOf = (operation: string) => operations.find(({ name }) => name === operation)?.input ?? {};
const membersOf = ({ member, also = [] }: Field) => [member, ...also];
const { world, web1, web2, loose, subnetA, subnetB, group, table, gateway, elastic, VpcId, primaryOf } =
  consoleAccount();

test.each(forms.map((form) => [form.id, form] as const))('%s: every field is a member that AWS has', (_id, form) => {
  for (const field of form.fields) {
    for (const member of membersOf(field)) {
      expect(shapesTo(form.operation, member).map(({ type }) => type)).not.toContain('notModelled');
    }
  }
  const names = form.fields.map(({ member }) => member);
  expect(new Set(names).size).toBe(names.length);
});

test.each(forms.map((form) => [form.id, form] as const))('%s: every required member has a field', (_id, form) => {
  const given = form.fields.flatMap(membersOf).map((member) => member.split('.')[0]);
  const required = Object.entries(inputOf(form.operation)).filter(
    ([, shape]) => shape.required === true || shape.required === 'byRun',
  );
  for (const [name] of required) expect(given).toContain(name);
});

test('no form reads, and a form’s id is its own', () => {
  for (const { operation } of forms) expect(operations.find(({ name }) => name === operation)?.reads).toBe(false);
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
});

/** Something to fill a field with, of what it offers or of what people type. */
function anyValue(form: Form, field: Field, filled: Record<string, Value>, of: World): fc.Arbitrary<Value | undefined> {
  const offered = choicesOf(form.operation, field, of, filled).map(({ value }) => value);
  const suggested = field.suggestions?.(of, filled).map(({ value }) => value) ?? [];
  const kind = kindOf(form.operation, field);
  const some = (): fc.Arbitrary<Value> => {
    if (kind === 'switch') return fc.constantFrom('true', 'false');
    if (kind === 'several') return fc.subarray(offered, { minLength: Math.min(1, offered.length) });
    if (kind === 'choice') return offered.length > 0 ? fc.constantFrom(...offered) : fc.constant('');
    if (kind === 'number') return fc.integer({ min: -1, max: 9 }).map(String);
    if (kind === 'texts') return fc.constantFrom('10.0.1.9', '10.0.1.9, 10.0.1.10', 'nonsense');
    if (/Port range|Number of/.test(field.label)) return fc.constantFrom('1', '22', '-1');
    const texts = [
      'web',
      "it's",
      '10.0.3.0/24',
      '10.0.1.50',
      '2001:db8::/56',
      'sg-1',
      'pl-63a5400a',
      '-x',
      '=a,b',
      ...suggested,
    ];
    return fc.constantFrom(...texts);
  };
  const one = some();
  return isRequired(form.operation, field) ? one : fc.option(one, { nil: undefined, freq: 3 });
}

/** A form filled in from above to below, as a person does. */
function anyFilling(form: Form, of: World): fc.Arbitrary<Record<string, Value>> {
  return form.fields.reduce<fc.Arbitrary<Record<string, Value>>>(
    (before, field) =>
      before.chain((filled) =>
        anyValue(form, field, filled, of).map((value) =>
          value === undefined ? filled : { ...filled, [field.member]: value },
        ),
      ),
    fc.constant({}),
  );
}

test.each(forms.map((form) => [form.id, form] as const))(
  '%s: its command is its call, which is accepted or refused at a place in the form',
  async (_id, form) => {
    await fc.assert(
      fc.asyncProperty(anyFilling(form, world), async (filled) => {
        const values = valuesOf(form, world, filled);
        const made = formCall(form, values);
        if (!made.ok) {
          // Nothing was there to choose, or what was typed cannot be read.
          for (const member of Object.keys(made.errors)) {
            expect(form.fields.map((field) => field.member)).toContain(member);
          }
          return;
        }
        const [program, ...words] = splitLine(commandOf(form, values));
        expect(program).toBe('aws');
        expect(await parseCall(words)).toEqual({ call: made.call });
        const outcome = execute(fromJson(toJson(world)), made.call);
        if (outcome.ok) return;
        // A form is made of AWS's own shapes, so that nothing of a call is unknown, of a wrong type, or not modelled.
        expect(outcome.error.code).not.toMatch(/NotModelled|UnknownParameter|InvalidAction/);
        const at = refusedField(form, values, outcome.error);
        expect([undefined, ...form.fields.map(({ member }) => member)]).toContain(at);
      }),
      { numRuns: 40 },
    );
  },
);

const formNamed = (id: string): Form => {
  const form = forms.find((one) => one.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const refusalOf = (id: string, filled: Record<string, Value>) => {
  const form = formNamed(id);
  const values = valuesOf(form, world, filled);
  const made = formCall(form, values);
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const outcome = execute(fromJson(toJson(world)), made.call);
  if (outcome.ok) throw new Error(`${id} was accepted`);
  return [outcome.error.code, refusedField(form, values, outcome.error)];
};

test.each<[string, Record<string, Value>, string, string | undefined]>([
  [
    'attach-network-interface',
    { NetworkInterfaceId: loose, InstanceId: web1, DeviceIndex: '0' },
    'InvalidParameterValue',
    'DeviceIndex',
  ],
  [
    'attach-network-interface',
    { NetworkInterfaceId: loose, InstanceId: web2 },
    'InvalidParameterCombination',
    undefined,
  ],
  [
    'attach-network-interface',
    { NetworkInterfaceId: primaryOf(web2).id, InstanceId: web1 },
    'InvalidNetworkInterface.InUse',
    'NetworkInterfaceId',
  ],
  ['detach-network-interface', { AttachmentId: primaryOf(web1).attachment }, 'OperationNotPermitted', 'AttachmentId'],
  [
    'delete-network-interface',
    { NetworkInterfaceId: primaryOf(web1).id },
    'InvalidParameterValue',
    'NetworkInterfaceId',
  ],
  [
    'create-network-interface',
    { SubnetId: subnetB, PrivateIpAddress: '10.0.1.5' },
    'InvalidParameterValue',
    'PrivateIpAddress',
  ],
  [
    'assign-private-ip-addresses',
    { NetworkInterfaceId: loose, PrivateIpAddresses: '10.0.1.3' },
    'InvalidParameterValue',
    'PrivateIpAddresses',
  ],
  [
    'assign-private-ip-addresses',
    { NetworkInterfaceId: loose, SecondaryPrivateIpAddressCount: '0' },
    'InvalidParameterValue',
    'SecondaryPrivateIpAddressCount',
  ],
  ['associate-address', { AllocationId: elastic }, 'MissingParameter', 'InstanceId'],
  [
    'associate-address',
    { AllocationId: elastic, NetworkInterfaceId: primaryOf(web1).id },
    'Resource.AlreadyAssociated',
    'AllowReassociation',
  ],
  ['release-address', { AllocationId: elastic }, 'InvalidIPAddress.InUse', 'AllocationId'],
  ['launch-instances', { InstanceType: 't9.huge', SubnetId: subnetA }, 'InvalidParameterValue', 'InstanceType'],
  ['create-security-group', { GroupName: 'web', Description: 'd', VpcId }, 'InvalidGroup.Duplicate', 'GroupName'],
  ['create-security-group', { GroupName: 'sg-x', Description: 'd', VpcId }, 'InvalidParameterValue', 'GroupName'],
  [
    'add-inbound-rule',
    { GroupId: group, 'IpPermissions.IpProtocol': 'HTTP', 'IpPermissions.IpRanges.CidrIp': '10.0.0.300/24' },
    'InvalidParameterValue',
    'IpPermissions.IpRanges.CidrIp',
  ],
  [
    'add-inbound-rule',
    { GroupId: group, 'IpPermissions.FromPort': '90-80', 'IpPermissions.IpRanges.CidrIp': '0.0.0.0/0' },
    'InvalidParameterValue',
    'IpPermissions.FromPort',
  ],
  ['create-subnet', { VpcId, CidrBlock: '10.0.1.0/25' }, 'InvalidSubnet.Conflict', 'CidrBlock'],
  ['create-subnet', { VpcId }, 'MissingParameter', 'CidrBlock'],
  ['delete-subnet', { SubnetId: subnetA }, 'DependencyViolation', 'SubnetId'],
  [
    'add-route',
    { RouteTableId: table, DestinationCidrBlock: '10.0.0.0/16', GatewayId: gateway },
    'InvalidParameterValue',
    'DestinationCidrBlock',
  ],
  ['add-route', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0' }, 'MissingParameter', 'GatewayId'],
  [
    'add-route',
    { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', GatewayId: loose },
    'RouteAlreadyExists',
    'DestinationCidrBlock',
  ],
  ['add-route', { RouteTableId: table, GatewayId: gateway }, 'MissingParameter', 'DestinationCidrBlock'],
])('a refusal of %s with %j is shown where it belongs', (id, filled, code, field) => {
  expect(refusalOf(id, filled)).toEqual([code, field]);
});

test('what must be filled in is asked for before AWS is', () => {
  const form = formNamed('attach-network-interface');
  expect(formCall(form, {})).toEqual({
    ok: false,
    errors: { NetworkInterfaceId: 'Choose one.', InstanceId: 'Choose one.', DeviceIndex: 'Enter a value.' },
  });
  expect(formCall(form, { NetworkInterfaceId: 'eni-1', InstanceId: 'i-1', DeviceIndex: '1.5' })).toMatchObject({
    errors: { DeviceIndex: 'Enter a whole number.' },
  });
  expect(commandOf(form, { InstanceId: 'i-1' })).toBe('aws ec2 attach-network-interface --instance-id i-1');
});

test('a field begins with what the account has, until somebody fills it in, and holds nothing that is gone', () => {
  const form = formNamed('attach-network-interface');
  const filled = { NetworkInterfaceId: loose, InstanceId: web1 };
  expect(valuesOf(form, world, filled).DeviceIndex).toBe('1');
  expect(valuesOf(form, world, { ...filled, DeviceIndex: '5' }).DeviceIndex).toBe('5');
  expect(valuesOf(form, world, { ...filled, InstanceId: 'i-00000000000000001' })).toMatchObject({
    InstanceId: '',
    DeviceIndex: '',
  });
});

test('choices name what they offer as people call it', () => {
  const form = formNamed('attach-network-interface');
  const [eni, instance] = form.fields;
  if (!eni || !instance) throw new Error('the form has no fields');
  expect(choicesOf(form.operation, instance, world, {})).toContainEqual({
    value: web1,
    label: `${web1} (web-1), running`,
  });
  expect(choicesOf(form.operation, eni, world, {}).map(({ label }) => label)).toContainEqual(
    expect.stringMatching(`^${loose} \\(spare\\), 10\\.0\\.1\\.\\d+, not attached$`),
  );
});

test.each([
  [
    'tcp',
    'SSH',
    '0.0.0.0/0',
    [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: 'd' }] }],
  ],
  [
    'ipv6',
    'All ICMP - IPv4',
    '::/0',
    [{ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, Ipv6Ranges: [{ CidrIpv6: '::/0', Description: 'd' }] }],
  ],
  ['group', 'All traffic', 'sg-1', [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-1', Description: 'd' }] }]],
])('a rule about %s', (_of, type, source, IpPermissions) => {
  const form = formNamed('add-inbound-rule');
  const filled = {
    GroupId: group,
    'IpPermissions.IpProtocol': type,
    'IpPermissions.IpRanges.CidrIp': source,
    'IpPermissions.IpRanges.Description': 'd',
  };
  expect(formCall(form, valuesOf(form, world, filled))).toEqual({
    ok: true,
    call: { operation: 'AuthorizeSecurityGroupIngress', input: { GroupId: group, IpPermissions } },
  });
});

test('a list has a text for each of its columns, and fills in the forms of its actions', () => {
  for (const { rows, columns, actions } of sections) {
    const listed = rows(world);
    expect(listed.length).toBeGreaterThan(0);
    for (const { cells } of listed) expect(cells).toHaveLength(columns.length);
    for (const form of actions.flatMap((action) => action.forms)) {
      const filled = listed.flatMap(({ fills }) => {
        const values = valuesOf(form, world, fills);
        return form.fields.some(({ member }) => member in fills && values[member]?.length) ? [true] : [];
      });
      expect(filled.length, form.title).toBeGreaterThan(0);
    }
  }
});

test('a tag whose value was left alone has an empty one', () => {
  const form = forms.find(({ id }) => id === 'manage-tags') as Form; // It is among them.
  const filled = { Resources: [loose], 'Tags.Key': 'team' };
  expect(formCall(form, valuesOf(form, world, filled))).toMatchObject({
    ok: true,
    call: { input: { Tags: [{ Key: 'team', Value: '' }] } },
  });
});
