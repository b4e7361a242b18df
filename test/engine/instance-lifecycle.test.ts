import { expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { launch, launchInput, runInstance, showInstance, showInstances, stopInstance } from '@/test/build/instance';
import {
  allocateAddress,
  attachInterface,
  describeInterface,
  makeGateway,
  makeInterface,
  makeSubnet,
  makeVpc,
} from '@/test/build/network-interface';

/** An account with a subnet of its own, where nothing gets a public address. */
function begin() {
  const account = new TestAccount();
  const vpcId = makeVpc(account);
  return { account, vpcId, SubnetId: makeSubnet(account, vpcId) };
}
const state = (Code: number, Name: string) => ({ Code, Name });
const pending = state(0, 'pending');
const running = state(16, 'running');
const shuttingDown = state(32, 'shutting-down');
const terminated = state(48, 'terminated');
const stopping = state(64, 'stopping');
const stopped = state(80, 'stopped');

const userInitiated = {
  Code: 'Client.UserInitiatedShutdown',
  Message: 'Client.UserInitiatedShutdown: User initiated shutdown',
};
const at = (account: TestAccount) =>
  `User initiated (${new Date(account.world.now).toISOString().slice(0, 19).replace('T', ' ')} GMT)`;

test('pending for five seconds, then running', () => {
  const { account, SubnetId } = begin();
  const InstanceId = launch(account, { SubnetId })[0]?.InstanceId ?? '';
  account.wait(3);
  expect(showInstance(account, InstanceId)).toMatchObject({
    State: pending,
    StateReason: { Code: 'pending' },
    NetworkInterfaces: [{ Status: 'in-use', Attachment: { Status: 'attaching' } }],
  });
  const now = showInstance(account, InstanceId);
  expect(now).toMatchObject({ State: running, NetworkInterfaces: [{ Attachment: { Status: 'attached' } }] });
  expect(now).not.toHaveProperty('StateReason');
});

test('stop and start: interfaces, addresses and MAC stay', () => {
  const { account, SubnetId } = begin();
  const before = runInstance(account, { SubnetId });
  const InstanceIds = [before.InstanceId];

  expect(account.call('StopInstances', { InstanceIds })).toEqual({
    StoppingInstances: [{ InstanceId: before.InstanceId, CurrentState: stopping, PreviousState: running }],
  });
  const StateTransitionReason = at(account);
  account.wait(13);
  expect(showInstance(account, before.InstanceId).State).toEqual(stopping);
  expect(showInstance(account, before.InstanceId)).toMatchObject({
    State: stopped,
    StateTransitionReason,
    StateReason: userInitiated,
    PrivateIpAddress: before.PrivateIpAddress,
    NetworkInterfaces: before.NetworkInterfaces,
  });

  expect(account.call('StartInstances', { InstanceIds })).toEqual({
    StartingInstances: [{ InstanceId: before.InstanceId, CurrentState: pending, PreviousState: stopped }],
  });
  account.wait(60);
  const after = showInstance(account, before.InstanceId);
  expect(after).toEqual({ ...before, LaunchTime: after.LaunchTime });
  expect(after.LaunchTime > before.LaunchTime).toBe(true);
});

test('a second call changes nothing', () => {
  const { account, SubnetId } = begin();
  const { InstanceId } = runInstance(account, { SubnetId });
  const change = (operation: string) => account.call(operation, { InstanceIds: [InstanceId, InstanceId] });
  const record = () => account.world.instances.get(InstanceId);
  const untouched = record();
  const same = (now: object) => [{ InstanceId, CurrentState: now, PreviousState: now }];
  expect(change('StartInstances')).toEqual({ StartingInstances: same(running) });
  expect(record()).toBe(untouched);
  change('StopInstances');
  expect(change('StopInstances')).toEqual({ StoppingInstances: same(stopping) });
  account.wait(60);
  expect(change('StopInstances')).toEqual({ StoppingInstances: same(stopped) });
  change('StartInstances');
  expect(change('StartInstances')).toEqual({ StartingInstances: same(pending) });
  change('TerminateInstances');
  expect(change('TerminateInstances')).toEqual({ TerminatingInstances: same(shuttingDown) });
  account.wait(60);
  expect(change('TerminateInstances')).toEqual({ TerminatingInstances: same(terminated) });
});

test('what cannot be started or stopped', () => {
  const { account, SubnetId } = begin();
  const InstanceId = launch(account, { SubnetId })[0]?.InstanceId ?? '';
  const refusal = (operation: string) => account.refusal(operation, { InstanceIds: [InstanceId] });
  expect(refusal('StopInstances')).toBe(
    `IncorrectInstanceState: Instance '${InstanceId}' cannot be stopped as it has never reached the 'running' state.`,
  );
  account.wait(60);
  account.call('StopInstances', { InstanceIds: [InstanceId] });
  const cannotStart = `IncorrectInstanceState: The instance '${InstanceId}' is not in a state from which it can be started.`;
  expect(refusal('StartInstances')).toBe(cannotStart);
  account.wait(60);
  account.call('StartInstances', { InstanceIds: [InstanceId] });
  account.call('StopInstances', { InstanceIds: [InstanceId], Force: true });
  account.call('TerminateInstances', { InstanceIds: [InstanceId] });
  account.wait(60);
  expect(refusal('StartInstances')).toBe(cannotStart);
  expect(refusal('StopInstances')).toBe(
    `IncorrectInstanceState: This instance '${InstanceId}' is not in a state from which it can be stopped.`,
  );
});

test('termination: an instance loses its place in the network and is forgotten after an hour', () => {
  const { account, SubnetId } = begin();
  const instance = runInstance(account, { SubnetId });
  const { InstanceId } = instance;
  const [eth0] = instance.NetworkInterfaces;

  expect(account.call('TerminateInstances', { InstanceIds: [InstanceId] })).toEqual({
    TerminatingInstances: [{ InstanceId, CurrentState: shuttingDown, PreviousState: running }],
  });
  const StateTransitionReason = at(account);
  const ending = showInstance(account, InstanceId);
  expect(ending).toMatchObject({ State: shuttingDown, PrivateDnsName: '', SecurityGroups: [] });
  expect(ending.NetworkInterfaces.map((shown) => Object.keys(shown))).toEqual([
    ['Attachment', 'NetworkInterfaceId', 'OwnerId', 'Status'],
  ]);
  expect(describeInterface(account, eth0?.NetworkInterfaceId ?? '').Status).toBe('in-use');

  account.wait(30);
  const ended = showInstance(account, InstanceId);
  expect(ended).toMatchObject({
    State: terminated,
    StateReason: userInitiated,
    StateTransitionReason,
    NetworkInterfaces: [],
    BlockDeviceMappings: [],
    SecurityGroups: [],
    PrivateDnsName: '',
    PublicDnsName: '',
  });
  for (const lost of ['VpcId', 'SubnetId', 'PrivateIpAddress', 'PublicIpAddress', 'SourceDestCheck']) {
    expect(ended).not.toHaveProperty(lost);
  }
  expect(account.world.networkInterfaces.size).toBe(0);

  account.wait(3600);
  expect(showInstances(account)).toEqual([]);
  expect(account.refusal('DescribeInstances', { InstanceIds: [InstanceId] })).toBe(
    `InvalidInstanceID.NotFound: The instance ID '${InstanceId}' does not exist`,
  );
  expect(account.world.timers.size).toBe(0);
});

test('termination deletes or frees each interface by its flag, and disassociates Elastic IPs of the deleted', () => {
  const { account, vpcId, SubnetId } = begin();
  makeGateway(account, vpcId);
  const { InstanceId, NetworkInterfaces } = runInstance(account, { SubnetId });
  const eth0 = NetworkInterfaces[0]?.NetworkInterfaceId ?? '';
  const eth1 = makeInterface(account, SubnetId).NetworkInterfaceId;
  attachInterface(account, eth1, InstanceId);
  account.wait(10);
  const [first, second] = [allocateAddress(account), allocateAddress(account)];
  account.call('AssociateAddress', { AllocationId: first.AllocationId, NetworkInterfaceId: eth0 });
  account.call('AssociateAddress', { AllocationId: second.AllocationId, NetworkInterfaceId: eth1 });

  account.call('TerminateInstances', { InstanceIds: [InstanceId] });
  account.wait(60);

  expect(describeInterface(account, eth1)).toMatchObject({
    Status: 'available',
    Association: { PublicIp: second.PublicIp },
  });
  expect(account.refusal('DescribeNetworkInterfaces', { NetworkInterfaceIds: [eth0] })).toBe(
    `InvalidNetworkInterfaceID.NotFound: The networkInterface ID '${eth0}' does not exist`,
  );
  const { Addresses } = account.call<{ Addresses: object[] }>('DescribeAddresses', {
    AllocationIds: [first.AllocationId],
  });
  expect(Addresses[0]).not.toHaveProperty('AssociationId');
});

test('an interface on its way off when the instance goes', () => {
  const { account, SubnetId } = begin();
  const { InstanceId } = runInstance(account, { SubnetId });
  const eth1 = makeInterface(account, SubnetId).NetworkInterfaceId;
  const AttachmentId = attachInterface(account, eth1, InstanceId);
  account.wait(10);
  account.call('TerminateInstances', { InstanceIds: [InstanceId] });
  account.wait(28);
  account.call('DetachNetworkInterface', { AttachmentId });
  account.wait(60);
  expect(describeInterface(account, eth1).Status).toBe('available');
  expect(showInstance(account, InstanceId).State).toEqual(terminated);
});

test('a stopped instance is terminated at once', () => {
  const { account, SubnetId } = begin();
  const { InstanceId } = runInstance(account, { SubnetId });
  stopInstance(account, InstanceId);
  expect(account.call('TerminateInstances', { InstanceIds: [InstanceId] })).toEqual({
    TerminatingInstances: [{ InstanceId, CurrentState: terminated, PreviousState: stopped }],
  });
  expect(account.world.networkInterfaces.size).toBe(0);
  account.wait(7200);
  account.call('DescribeInstances');
  expect(account.world.timers.size).toBe(0);
});

test('protection from stop and termination', () => {
  const { account, SubnetId } = begin();
  const protect = (more: object) => runInstance(account, { SubnetId, ...more }).InstanceId;
  const [plain, stop, terminate] = [
    protect({}),
    protect({ DisableApiStop: true }),
    protect({ DisableApiTermination: true }),
  ];
  const refusal = (operation: string, ...InstanceIds: string[]) => account.refusal(operation, { InstanceIds });
  const text = (id: string, verb: string, attribute: string) =>
    `OperationNotPermitted: The instance '${id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`;
  expect(refusal('StopInstances', plain, stop)).toBe(text(stop, 'stopped', 'disableApiStop'));
  expect(refusal('TerminateInstances', stop)).toBe(text(stop, 'terminated', 'disableApiStop'));
  expect(refusal('TerminateInstances', plain, terminate)).toBe(text(terminate, 'terminated', 'disableApiTermination'));
  account.call('StopInstances', { InstanceIds: [terminate] });

  account.call('ModifyInstanceAttribute', { InstanceId: terminate, DisableApiTermination: { Value: false } });
  account.call('ModifyInstanceAttribute', { InstanceId: stop, DisableApiStop: { Value: false } });
  account.call('TerminateInstances', { InstanceIds: [plain, stop, terminate] });
});

test('reboot changes nothing', () => {
  const { account, SubnetId } = begin();
  const before = runInstance(account, { SubnetId });
  expect(account.call('RebootInstances', { InstanceIds: [before.InstanceId] })).toEqual({});
  expect(showInstance(account, before.InstanceId)).toEqual(before);
});

test.each(['StartInstances', 'StopInstances', 'RebootInstances', 'TerminateInstances'])(
  '%s of what is not there',
  (operation) => {
    const { account, SubnetId } = begin();
    const { InstanceId } = runInstance(account, { SubnetId });
    const refusal = (...InstanceIds: string[]) => account.refusal(operation, { InstanceIds });
    expect(refusal(InstanceId, 'i-0123456789abcdef0')).toBe(
      "InvalidInstanceID.NotFound: The instance ID 'i-0123456789abcdef0' does not exist",
    );
    expect(refusal('i-0123456789abcdef0', 'i-12345678')).toBe(
      "InvalidInstanceID.NotFound: The instance IDs 'i-0123456789abcdef0, i-12345678' do not exist",
    );
    expect(refusal('web-1')).toBe('InvalidInstanceID.Malformed: Invalid id: "web-1"');
  },
);

test('no instances at all', () => {
  const account = new TestAccount();
  expect(account.refusal('TerminateInstances', { InstanceIds: [] })).toBe(
    'InvalidParameterCombination: No instances specified',
  );
  expect(account.refusal('TerminateInstances', {})).toBe('InvalidParameterCombination: No instances specified');
  expect(account.refusal('StopInstances', {})).toBe(
    'MissingParameter: The request must contain the parameter instanceIds',
  );
});

test('hibernation is not modelled', () => {
  const { account } = begin();
  expect(account.refusal('StopInstances', { InstanceIds: ['i-0123456789abcdef0'], Hibernate: true })).toBe(
    'NotModelled: This simulator does not model the parameter Hibernate.',
  );
});

test('settling needs no new ids: the same world by whatever reads came between', () => {
  const ends = [[60], [10, 10, 10, 10, 10, 10]].map((waits) => {
    const { account, vpcId, SubnetId } = begin();
    makeGateway(account, vpcId);
    const { InstanceId } = runInstance(account, { SubnetId });
    account.call('AssociateAddress', { AllocationId: allocateAddress(account).AllocationId, InstanceId });
    account.call('TerminateInstances', { InstanceIds: [InstanceId] });
    const end = account.world.now + 60_000;
    for (const seconds of waits) {
      account.wait(Math.max(0, Math.min(seconds, (end - account.world.now) / 1000 - 1)));
      account.call('DescribeInstances');
    }
    account.call('RunInstances', launchInput({ SubnetId, PrivateIpAddress: '10.0.1.99' }));
    return account.world.instances.list().map((one) => one.InstanceId);
  });
  expect(ends[0]).toEqual(ends[1]);
});
