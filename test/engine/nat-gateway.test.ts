import { beforeEach, describe, expect, test } from 'vitest';
import { TestAccount } from '../build/account';
import {
  allocateAddress,
  describeInterface,
  makeGateway,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '../build/network-interface';

interface ShownNatGateway {
  readonly NatGatewayId: string;
  readonly State: string;
  readonly CreateTime: string;
  readonly DeleteTime?: string;
  readonly FailureCode?: string;
  readonly FailureMessage?: string;
  readonly NatGatewayAddresses: readonly {
    readonly AllocationId?: string;
    readonly NetworkInterfaceId?: string;
    readonly PrivateIp?: string;
    readonly PublicIp?: string;
    readonly AssociationId?: string;
    readonly IsPrimary: boolean;
    readonly Status: string;
  }[];
}

let account: TestAccount;
let vpc: string;
let subnet: string;

beforeEach(() => {
  account = new TestAccount();
  vpc = makeVpc(account);
  subnet = makeSubnet(account, vpc);
});

const create = (input: object) => account.call<{ NatGateway: ShownNatGateway }>('CreateNatGateway', input).NatGateway;
const createPrivate = (more: object = {}) => create({ SubnetId: subnet, ConnectivityType: 'private', ...more });
function createPublic(more: object = {}): ShownNatGateway {
  return create({ SubnetId: subnet, AllocationId: allocateAddress(account).AllocationId, ...more });
}
function show(id: string): ShownNatGateway {
  const [shown] = describeAll({ NatGatewayIds: [id] });
  if (!shown) throw new Error(`no ${id}`);
  return shown;
}
const describeAll = (input: object = {}) =>
  account.call<{ NatGateways: ShownNatGateway[] }>('DescribeNatGateways', input).NatGateways;
const ips = (id: string) => show(id).NatGatewayAddresses.map(({ PrivateIp }) => PrivateIp);

describe('a public NAT gateway', () => {
  beforeEach(() => {
    makeGateway(account, vpc);
  });

  test('is pending, then available, with an interface that nobody may manage', () => {
    const { AllocationId, PublicIp } = allocateAddress(account);
    const Tags = [{ Key: 'Name', Value: 'nat' }];
    const output = account.call<{ NatGateway: ShownNatGateway }>('CreateNatGateway', {
      SubnetId: subnet,
      AllocationId,
      ClientToken: 'once',
      TagSpecifications: [{ ResourceType: 'natgateway', Tags }],
    });
    const { NatGatewayId, CreateTime } = output.NatGateway;
    expect(JSON.stringify(output)).toBe(
      JSON.stringify({
        ClientToken: 'once',
        NatGateway: {
          CreateTime,
          NatGatewayAddresses: [{ AllocationId, IsPrimary: true, Status: 'associating' }],
          NatGatewayId,
          State: 'pending',
          SubnetId: subnet,
          VpcId: vpc,
          Tags,
          ConnectivityType: 'public',
          AvailabilityMode: 'zonal',
        },
      }),
    );
    expect(NatGatewayId).toMatch(/^nat-[0-9a-f]{17}$/);
    account.wait(60);
    const shown = show(NatGatewayId);
    const [address] = shown.NatGatewayAddresses;
    const { NetworkInterfaceId = '', PrivateIp = '', AssociationId } = address ?? {};
    expect(JSON.stringify(shown)).toBe(
      JSON.stringify({
        ...output.NatGateway,
        NatGatewayAddresses: [
          {
            AllocationId,
            NetworkInterfaceId,
            PrivateIp,
            PublicIp,
            AssociationId,
            IsPrimary: true,
            Status: 'succeeded',
          },
        ],
        State: 'available',
      }),
    );
    const eni = describeInterface(account, NetworkInterfaceId);
    expect(eni).toMatchObject({
      Description: `Interface for NAT Gateway ${NatGatewayId}`,
      InterfaceType: 'nat_gateway',
      RequesterManaged: true,
      RequesterId: '111122223333',
      SourceDestCheck: false,
      Groups: [],
      Status: 'in-use',
      PrivateIpAddress: PrivateIp,
      Association: { AllocationId, AssociationId, PublicIp },
      Attachment: { InstanceOwnerId: 'amazon-aws', DeviceIndex: 1, DeleteOnTermination: false, Status: 'attached' },
    });
    expect(eni.Attachment?.AttachmentId).toMatch(/^ela-attach-/);
    expect(eni.Attachment).not.toHaveProperty('InstanceId');
    expect(eni.Attachment).not.toHaveProperty('AttachTime');
    expect(account.call('DescribeAddresses', { AllocationIds: [AllocationId] })).toMatchObject({
      Addresses: [{ AssociationId, NetworkInterfaceId, PrivateIpAddress: PrivateIp }],
    });
  });

  test('its address and interface are the service’s', () => {
    const { NatGatewayId, NatGatewayAddresses } = createPublic();
    account.wait(60);
    const [address] = show(NatGatewayId).NatGatewayAddresses;
    const { AllocationId, AssociationId, NetworkInterfaceId = '' } = address ?? {};
    expect(NatGatewayAddresses).toHaveLength(1);
    const denied = 'AuthFailure: You do not have permission to access the specified resource.';
    const loose = makeInterface(account, subnet).NetworkInterfaceId;
    const other = allocateAddress(account).AllocationId;
    expect(account.refusal('ReleaseAddress', { AllocationId })).toBe(denied);
    expect(account.refusal('DisassociateAddress', { AssociationId })).toBe(denied);
    expect(account.refusal('AssociateAddress', { AllocationId, NetworkInterfaceId: loose })).toBe(denied);
    expect(account.refusal('AssociateAddress', { AllocationId: other, NetworkInterfaceId })).toBe(denied);
    expect(account.refusal('DeleteNetworkInterface', { NetworkInterfaceId })).toBe(
      `InvalidParameterValue: Network interface '${NetworkInterfaceId}' is currently in use.`,
    );
    expect(
      account.refusal('DetachNetworkInterface', {
        AttachmentId: describeInterface(account, NetworkInterfaceId).Attachment?.AttachmentId,
        Force: true,
      }),
    ).toBe("OperationNotPermitted: You are not allowed to manage 'ela-attach' attachments.");
  });

  test('is deleted in a minute, keeps its Elastic IP allocated, and is listed for an hour', () => {
    const { NatGatewayId } = createPublic();
    account.wait(60);
    const [address] = show(NatGatewayId).NatGatewayAddresses;
    const { AllocationId, NetworkInterfaceId = '' } = address ?? {};
    expect(account.call('DeleteNatGateway', { NatGatewayId })).toEqual({ NatGatewayId });
    expect(show(NatGatewayId)).toMatchObject({ State: 'deleting', DeleteTime: expect.stringMatching(/Z$/) });
    expect(account.refusal('ReleaseAddress', { AllocationId })).toMatch(/^AuthFailure/);
    expect(account.refusal('DeleteSubnet', { SubnetId: subnet })).toMatch(/^DependencyViolation/);
    account.wait(60);
    expect(show(NatGatewayId)).toMatchObject({ State: 'deleted', NatGatewayAddresses: [{ AllocationId }] });
    expect(account.refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [NetworkInterfaceId] })).toMatch(
      /^InvalidNetworkInterfaceID.NotFound/,
    );
    expect(account.call('DeleteNatGateway', { NatGatewayId })).toEqual({ NatGatewayId });
    account.call('ReleaseAddress', { AllocationId });
    account.call('DeleteSubnet', { SubnetId: subnet });
    account.wait(3_600);
    expect(account.refusal('DescribeNatGateways', { NatGatewayIds: [NatGatewayId] })).toBe(
      `NatGatewayNotFound: NAT gateway ${NatGatewayId} was not found`,
    );
    expect(describeAll()).toEqual([]);
  });

  test('takes a second Elastic IP, on a private address of its own, and gives it back', () => {
    const { NatGatewayId } = createPublic({ PrivateIpAddress: '10.0.1.20' });
    const second = allocateAddress(account);
    const more = { NatGatewayId, AllocationIds: [second.AllocationId], PrivateIpAddresses: ['10.0.1.21'] };
    expect(account.refusal('AssociateNatGatewayAddress', more)).toBe(
      `IncorrectState: NAT gateway ${NatGatewayId} is in state pending and cannot be modified`,
    );
    account.wait(60);
    const [first] = show(NatGatewayId).NatGatewayAddresses;
    const { NetworkInterfaceId = '' } = first ?? {};
    expect(account.call('AssociateNatGatewayAddress', more)).toEqual({
      NatGatewayId,
      NatGatewayAddresses: [
        { AllocationId: second.AllocationId, NetworkInterfaceId, IsPrimary: false, Status: 'associating' },
      ],
    });
    account.wait(10);
    const [, shown] = show(NatGatewayId).NatGatewayAddresses;
    expect(shown).toMatchObject({ PrivateIp: '10.0.1.21', PublicIp: second.PublicIp, Status: 'succeeded' });
    expect(describeInterface(account, NetworkInterfaceId).PrivateIpAddresses).toMatchObject([
      { PrivateIpAddress: '10.0.1.20', Primary: true, Association: { PublicIp: first?.PublicIp } },
      { PrivateIpAddress: '10.0.1.21', Primary: false, Association: { PublicIp: second.PublicIp } },
    ]);
    const third = allocateAddress(account).AllocationId;
    expect(account.refusal('AssociateNatGatewayAddress', { NatGatewayId, AllocationIds: [third] })).toBe(
      'AddressLimitExceeded: The maximum number of addresses has been reached.',
    );

    const leaving = { NatGatewayId, AssociationIds: [shown?.AssociationId] };
    expect(
      account.refusal('DisassociateNatGatewayAddress', { NatGatewayId, AssociationIds: [first?.AssociationId] }),
    ).toBe(
      `InvalidParameterValue: Value (${first?.AssociationId}) for parameter associationId is invalid. The primary Elastic IP address of a NAT gateway cannot be disassociated.`,
    );
    expect(account.refusal('DisassociateNatGatewayAddress', { ...leaving, MaxDrainDurationSeconds: 0 })).toBe(
      'InvalidParameterValue: Value (0) for parameter maxDrainDurationSeconds is invalid. It must be between 1 and 4000.',
    );
    expect(account.call('DisassociateNatGatewayAddress', leaving)).toEqual({
      NatGatewayId,
      NatGatewayAddresses: [{ ...shown, Status: 'disassociating' }],
    });
    expect(account.refusal('DisassociateNatGatewayAddress', leaving)).toMatch(/^IncorrectState: .* being drained/);
    account.wait(10);
    expect(ips(NatGatewayId)).toEqual(['10.0.1.20']);
    expect(describeInterface(account, NetworkInterfaceId).PrivateIpAddresses).toHaveLength(1);
    account.call('ReleaseAddress', { AllocationId: second.AllocationId });
    expect(account.refusal('DisassociateNatGatewayAddress', leaving)).toBe(
      `InvalidAssociationID.NotFound: The association ID '${shown?.AssociationId}' does not exist`,
    );
  });

  test('may begin with a secondary Elastic IP', () => {
    const second = allocateAddress(account);
    const { NatGatewayId } = createPublic({ SecondaryAllocationIds: [second.AllocationId] });
    account.wait(60);
    expect(show(NatGatewayId).NatGatewayAddresses).toMatchObject([
      { IsPrimary: true, Status: 'succeeded' },
      { IsPrimary: false, Status: 'succeeded', PublicIp: second.PublicIp },
    ]);
  });

  test('deleted while it gives an address back', () => {
    const second = allocateAddress(account).AllocationId;
    const { NatGatewayId } = createPublic({ SecondaryAllocationIds: [second] });
    account.wait(60);
    const [, address] = show(NatGatewayId).NatGatewayAddresses;
    account.call('DisassociateNatGatewayAddress', { NatGatewayId, AssociationIds: [address?.AssociationId] });
    account.call('DeleteNatGateway', { NatGatewayId });
    account.wait(300);
    expect(show(NatGatewayId).State).toBe('deleted');
    account.call('ReleaseAddress', { AllocationId: second });
  });
});

describe('a private NAT gateway', () => {
  test('needs no internet gateway and no Elastic IP', () => {
    const made = createPrivate({ PrivateIpAddress: '10.0.1.9', SecondaryPrivateIpAddressCount: 2 });
    expect(made).toMatchObject({
      State: 'pending',
      ConnectivityType: 'private',
      NatGatewayAddresses: [{ IsPrimary: true, Status: 'assigning' }, { IsPrimary: false }, { IsPrimary: false }],
    });
    account.wait(60);
    const [first] = show(made.NatGatewayId).NatGatewayAddresses;
    expect(Object.keys(first ?? {})).toEqual(['NetworkInterfaceId', 'PrivateIp', 'IsPrimary', 'Status']);
    expect(first).toMatchObject({ PrivateIp: '10.0.1.9', Status: 'succeeded' });
  });

  test('takes private addresses by count and by name, and gives them back', () => {
    const { NatGatewayId } = createPrivate();
    account.wait(60);
    const assign = (input: object) => account.call('AssignPrivateNatGatewayAddress', { NatGatewayId, ...input });
    const [first] = show(NatGatewayId).NatGatewayAddresses;
    const { NetworkInterfaceId } = first ?? {};
    expect(assign({ PrivateIpAddressCount: 2 })).toEqual({
      NatGatewayId,
      NatGatewayAddresses: [
        { NetworkInterfaceId, IsPrimary: false, Status: 'assigning' },
        { NetworkInterfaceId, IsPrimary: false, Status: 'assigning' },
      ],
    });
    assign({ PrivateIpAddresses: ['10.0.1.77'] });
    account.wait(10);
    expect(ips(NatGatewayId)).toHaveLength(4);
    const unassign = { NatGatewayId, PrivateIpAddresses: ['10.0.1.77'] };
    expect(account.call('UnassignPrivateNatGatewayAddress', unassign)).toEqual({
      NatGatewayId,
      NatGatewayAddresses: [{ NetworkInterfaceId, PrivateIp: '10.0.1.77', IsPrimary: false, Status: 'unassigning' }],
    });
    account.wait(10);
    expect(ips(NatGatewayId)).toHaveLength(3);
    makeInterface(account, subnet, { PrivateIpAddress: '10.0.1.77' });

    const refusal = (input: object) => account.refusal('AssignPrivateNatGatewayAddress', { NatGatewayId, ...input });
    expect(refusal({})).toMatch(/^InvalidParameterCombination: /);
    expect(refusal({ PrivateIpAddressCount: 1, PrivateIpAddresses: ['10.0.1.78'] })).toMatch(
      /^InvalidParameterCombination: /,
    );
    expect(refusal({ PrivateIpAddressCount: 0 })).toMatch(/^InvalidParameterValue: Value \(0\)/);
    expect(refusal({ PrivateIpAddressCount: 6 })).toBe(
      'PrivateIpAddressLimitExceeded: Number of private addresses will exceed limit.',
    );
    expect(refusal({ PrivateIpAddresses: ['10.0.1.77'] })).toBe(
      'InvalidIPAddress.InUse: The specified address is already in use.',
    );
    expect(refusal({ PrivateIpAddresses: ['10.0.2.1'] })).toBe(
      "InvalidParameterValue: Address does not fall within the subnet's address range",
    );
    expect(account.refusal('UnassignPrivateNatGatewayAddress', unassign)).toBe(
      `InvalidParameterValue: Some of the specified addresses are not assigned to NAT gateway ${NatGatewayId}`,
    );
    expect(
      account.refusal('UnassignPrivateNatGatewayAddress', { NatGatewayId, PrivateIpAddresses: [first?.PrivateIp] }),
    ).toMatch(/The primary private IP address of a NAT gateway cannot be unassigned\.$/);
    const AllocationIds = [allocateAddress(account).AllocationId];
    expect(account.refusal('AssociateNatGatewayAddress', { NatGatewayId, AllocationIds })).toBe(
      `InvalidParameterValue: NAT gateway ${NatGatewayId} does not have public connectivity`,
    );
  });
});

describe('a NAT gateway fails', () => {
  const fails = (input: object, code: string, message: string) => {
    const { NatGatewayId, State } = create({ SubnetId: subnet, ...input });
    expect(State).toBe('pending');
    account.wait(10);
    expect(show(NatGatewayId)).toMatchObject({ State: 'failed', FailureCode: code, FailureMessage: message });
    return NatGatewayId;
  };

  test('without an internet gateway', () => {
    const { AllocationId } = allocateAddress(account);
    const id = fails({ AllocationId }, 'Gateway.NotAttached', `Network ${vpc} has no Internet gateway attached`);
    expect(show(id).NatGatewayAddresses).toEqual([{ AllocationId, IsPrimary: true, Status: 'failed' }]);
    account.call('DeleteSubnet', { SubnetId: subnet });
    account.call('ReleaseAddress', { AllocationId });
    account.call('DeleteNatGateway', { NatGatewayId: id });
    expect(show(id).State).toBe('deleted');
    account.wait(3_700);
    expect(describeAll()).toEqual([]);
  });

  test('with an Elastic IP that is in use or unknown', () => {
    makeGateway(account, vpc);
    const { AllocationId } = allocateAddress(account);
    account.call('AssociateAddress', {
      AllocationId,
      NetworkInterfaceId: makeInterface(account, subnet).NetworkInterfaceId,
    });
    fails({ AllocationId }, 'Resource.AlreadyAssociated', `Elastic IP address ${AllocationId} is already associated`);
    const unknown = 'eipalloc-0123456789abcdef0';
    fails(
      { AllocationId: unknown },
      'InvalidAllocationID.NotFound',
      `Elastic IP address ${unknown} could not be associated with this NAT gateway`,
    );
  });

  test('in a full subnet', () => {
    const small = makeSubnet(account, vpc, '10.0.2.0/28');
    makeInterface(account, small, { SecondaryPrivateIpAddressCount: 10 });
    fails(
      { SubnetId: small, ConnectivityType: 'private' },
      'InsufficientFreeAddressesInSubnet',
      'Subnet has insufficient free addresses to create this NAT gateway',
    );
  });
});

test('DescribeNatGateways filters, pages, and wants known ids', () => {
  const first = createPrivate({
    TagSpecifications: [{ ResourceType: 'natgateway', Tags: [{ Key: 'Name', Value: 'a' }] }],
  });
  account.wait(60);
  const second = createPrivate({ SubnetId: makeSubnet(account, vpc, '10.0.2.0/24', 'us-east-1b') });
  const found = (Name: string, ...Values: string[]) =>
    describeAll({ Filter: [{ Name, Values }] }).map(({ NatGatewayId }) => NatGatewayId);
  expect(found('state', 'available')).toEqual([first.NatGatewayId]);
  expect(found('state', 'pending')).toEqual([second.NatGatewayId]);
  expect(found('subnet-id', subnet)).toEqual([first.NatGatewayId]);
  expect(found('vpc-id', vpc)).toEqual([first.NatGatewayId, second.NatGatewayId]);
  expect(found('nat-gateway-id', 'nat-*')).toHaveLength(2);
  expect(found('tag:Name', 'a')).toEqual([first.NatGatewayId]);
  expect(found('tag-key', 'Name')).toEqual([first.NatGatewayId]);
  account.call('CreateTags', { Resources: [second.NatGatewayId], Tags: [{ Key: 'Name', Value: 'b' }] });
  expect(found('tag:Name', 'b')).toEqual([second.NatGatewayId]);
  expect(account.refusal('DescribeNatGateways', { Filter: [{ Name: 'colour', Values: ['x'] }] })).toBe(
    "InvalidParameterValue: The filter 'colour' is invalid",
  );
  expect(account.refusal('DescribeNatGateways', { NatGatewayIds: ['nat-0123456789abcdef0'] })).toBe(
    'NatGatewayNotFound: NAT gateway nat-0123456789abcdef0 was not found',
  );
  expect(account.refusal('DeleteNatGateway', { NatGatewayId: 'web' })).toBe(
    'NatGatewayMalformed: Invalid id: "web" (expecting "nat-...")',
  );
});

test('refusals of CreateNatGateway', () => {
  const refusal = (input: object) => account.refusal('CreateNatGateway', input);
  const { AllocationId } = allocateAddress(account);
  expect(refusal({})).toBe('MissingParameter: The request must contain the parameter subnetId');
  expect(refusal({ SubnetId: subnet })).toBe('MissingParameter: The request must contain the parameter AllocationId');
  expect(refusal({ SubnetId: 'subnet-0123456789abcdef0', AllocationId })).toBe(
    "InvalidSubnetID.NotFound: The subnet ID 'subnet-0123456789abcdef0' does not exist",
  );
  expect(refusal({ SubnetId: subnet, AllocationId, ConnectivityType: 'private' })).toMatch(
    /^InvalidParameterCombination: /,
  );
  expect(refusal({ SubnetId: subnet, AllocationId, SecondaryPrivateIpAddressCount: 1 })).toMatch(
    /^InvalidParameterCombination: /,
  );
  expect(refusal({ SubnetId: subnet, AllocationId, SecondaryAllocationIds: [AllocationId] })).toBe(
    `InvalidParameterValue: Duplicate value '${AllocationId}' in the request`,
  );
  expect(refusal({ SubnetId: subnet, AllocationId, SecondaryAllocationIds: ['a', 'b'] })).toMatch(
    /^AddressLimitExceeded: /,
  );
  expect(refusal({ SubnetId: subnet, AllocationId, SecondaryPrivateIpAddresses: ['10.0.1.9'] })).toMatch(
    /^InvalidParameterCombination: /,
  );
  expect(refusal({ SubnetId: subnet, ConnectivityType: 'private', SecondaryPrivateIpAddressCount: 8 })).toMatch(
    /^PrivateIpAddressLimitExceeded: /,
  );
  expect(refusal({ AvailabilityMode: 'regional', VpcId: vpc })).toMatch(/^NotModelled: /);
  expect(refusal({ SubnetId: subnet, AllocationId, AvailabilityMode: 'regional' })).toBe(
    'NotModelled: This simulator does not model regional NAT gateways.',
  );
});

test('five in a zone, counting what is not yet gone', () => {
  const made = Array.from({ length: 5 }, () => createPrivate());
  const input = { SubnetId: subnet, ConnectivityType: 'private' };
  const limit = 'NatGatewayLimitExceeded: Performing this operation would exceed the limit of 5 NAT gateways';
  expect(account.refusal('CreateNatGateway', input)).toBe(limit);
  createPrivate({ SubnetId: makeSubnet(account, vpc, '10.0.2.0/24', 'us-east-1b') });
  account.call('DeleteNatGateway', { NatGatewayId: made[0]?.NatGatewayId });
  expect(account.refusal('CreateNatGateway', input)).toBe(limit);
  account.wait(60);
  createPrivate();
});

test('a client token makes one gateway, and no other with other arguments', () => {
  const input = { SubnetId: subnet, ConnectivityType: 'private', ClientToken: 'token' };
  const { NatGatewayId } = create(input);
  expect(create(input).NatGatewayId).toBe(NatGatewayId);
  expect(account.refusal('CreateNatGateway', { ...input, PrivateIpAddress: '10.0.1.9' })).toMatch(
    /^IdempotentParameterMismatch: /,
  );
  account.call('DeleteNatGateway', { NatGatewayId });
  account.wait(3_700);
  expect(account.refusal('CreateNatGateway', input)).toMatch(/^IdempotentParameterMismatch: /);
});
