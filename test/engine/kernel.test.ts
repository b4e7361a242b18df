import { afterEach, describe, expect, test, vi } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { newId, newMacAddress } from '@/lib/engine/ids';
import { type Row, Table } from '@/lib/engine/table';
import { apply, begin, commit, undo } from '@/lib/engine/transaction';
import { emptyWorld, fromJson, setTime, toJson, worldVersion } from '@/lib/engine/world';
import { began, TestAccount } from '@/test/build/account';
import { launch } from '@/test/build/instance';
import { bytes, bytesBut, expectSound } from '@/test/build/invariants';
import { makeGroup, makeInstance, makeInterface, makeSubnet, makeVpc } from '@/test/build/network-interface';

/** Text as a parser of JSON makes it: with `__proto__` as a member like any other. */
const parsed = (json: string): object => JSON.parse(json);

describe('the door', () => {
  test.each<[string, object, string]>([
    ['MakeCoffee', {}, 'InvalidAction: The action MakeCoffee is not valid for this web service.'],
    ['__proto__', {}, 'InvalidAction: The action __proto__ is not valid for this web service.'],
    ['constructor', {}, 'InvalidAction: The action constructor is not valid for this web service.'],
    ['CreateCarrierGateway', {}, 'NotModelled: This simulator does not model the operation CreateCarrierGateway.'],
    ['CreateVpc', { Colour: 'red' }, 'UnknownParameter: The parameter Colour is not recognized'],
    ['CreateVpc', { constructor: 'x' }, 'UnknownParameter: The parameter constructor is not recognized'],
    [
      'CreateVpc',
      parsed('{"__proto__":{"CidrBlock":"10.0.0.0/16"}}'),
      'UnknownParameter: The parameter __proto__ is not recognized',
    ],
    [
      'DescribeVpcs',
      { Filters: [{ Name: 'vpc-id', Value: 'x' }] },
      'UnknownParameter: The parameter Filters.1.Value is not recognized',
    ],
    ['CreateVpc', [], "InvalidParameterValue: Invalid value '[]' for the request. Expected a structure."],
    ['CreateVpc', { CidrBlock: 7 }, "InvalidParameterValue: Invalid value '7' for cidrBlock. Expected a string."],
    ['CreateVpc', { CidrBlock: null }, "InvalidParameterValue: Invalid value 'null' for cidrBlock. Expected a string."],
    [
      'DescribeVpcs',
      { MaxResults: 5.5 },
      "InvalidParameterValue: Invalid value '5.5' for maxResults. Expected an integer.",
    ],
    ['DescribeVpcs', { VpcIds: 'x' }, "InvalidParameterValue: Invalid value 'x' for vpcIds. Expected a list."],
    [
      'AttachInternetGateway',
      { InternetGatewayId: 'igw-1' },
      'MissingParameter: The request must contain the parameter vpcId',
    ],
    [
      'CreateVpc',
      { CidrBlock: '10.0.0.0/16', DryRun: true },
      'DryRunOperation: Request would have succeeded, but DryRun flag is set.',
    ],
    [
      'DeleteVpc',
      { VpcId: 'vpc-0123456789abcdef0', DryRun: true },
      'DryRunOperation: Request would have succeeded, but DryRun flag is set.',
    ],
  ])('%s %j', (operation, input, expected) => {
    expect(new TestAccount().refusal(operation, input)).toBe(expected);
  });

  test('a refusal knows its HTTP status', () => {
    const status = (operation: string, input: object) => {
      const outcome = execute(new TestAccount().world, { operation, input });
      return outcome.ok ? 200 : outcome.error.status;
    };
    expect(status('CreateVpc', { CidrBlock: '10.0.0.0/16', DryRun: true })).toBe(412);
    expect(status('MakeCoffee', {})).toBe(400);
    expect(status('CreateCarrierGateway', {})).toBe(400);
  });

  test('a list that says nothing is no use of what is not modelled', () => {
    const account = new TestAccount();
    const GroupId = makeGroup(account, account.defaultVpcId, 'web');
    const permission = { IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/8' }], Ipv6Ranges: [] };
    account.call('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions: [permission] });
  });

  test('a bug passes through as it is, and leaves the world as it was', () => {
    const { world } = new TestAccount();
    const text = bytes(world);
    const bug = new TypeError('a bug');
    vi.spyOn(world.securityGroups, 'insert').mockImplementationOnce(() => {
      throw bug;
    });
    const call = { operation: 'CreateVpc', input: { CidrBlock: '10.0.0.0/16' } };
    expect(() => execute(world, call)).toThrow(bug);
    expect(bytes(world)).toBe(text);
    expect(execute(world, call).ok).toBe(true);
  });

  test('calls do not nest, and nothing changes outside a call', () => {
    const { world } = new TestAccount();
    const [vpc] = world.vpcs.list();
    if (!vpc) throw new Error('no VPC');
    expect(() => world.vpcs.replace(vpc)).toThrow('vpcs was changed outside a call');
    begin(world);
    expect(() => begin(world)).toThrow('a call is already running');
    expect(() => world.vpcs.insert(vpc)).toThrow(`vpcs has ${vpc.VpcId} already`);
    world.vpcs.remove(vpc.VpcId);
    expect(() => world.vpcs.replace(vpc)).toThrow(`vpcs has no ${vpc.VpcId} to replace`);
    expect(commit(world)).toHaveLength(1);
  });
});

describe('changes', () => {
  test('say what was before and after', () => {
    const { world } = new TestAccount();
    const outcome = execute(world, { operation: 'CreateInternetGateway', input: {} });
    if (!outcome.ok) throw outcome.error;
    const [gateway] = world.internetGateways.list().slice(-1);
    expect(outcome.changes).toEqual([{ table: 'internetGateways', id: gateway?.InternetGatewayId, after: gateway }]);
  });

  test('undone ids are never given again', () => {
    const { world } = new TestAccount();
    const call = { operation: 'CreateInternetGateway', input: {} };
    const text = bytesBut(world);
    const first = execute(world, call);
    if (!first.ok) throw first.error;
    undo(world, first.changes);
    expect(bytesBut(world)).toBe(text);
    const second = execute(world, call);
    expect(second).not.toEqual(first);
    const id = first.changes[0]?.id ?? '';
    const described = execute(world, { operation: 'DescribeInternetGateways', input: { InternetGatewayIds: [id] } });
    expect(described).toMatchObject({ ok: false, error: { code: 'InvalidInternetGatewayID.NotFound' } });
  });

  test('put a copy of the world where the original is', () => {
    const account = new TestAccount();
    const copy = fromJson(toJson(account.world));
    const outcome = execute(account.world, { operation: 'CreateVpc', input: { CidrBlock: '10.0.0.0/16' } });
    if (!outcome.ok) throw outcome.error;
    apply(copy, outcome.changes);
    expect(toJson(copy).tables).toEqual(toJson(account.world).tables);
    expect(copy.sequence).toBeGreaterThan(Math.max(...copy.vpcs.list().map(({ creation }) => creation)));
  });

  test('records stay in order of creation after an undo brought old ones back', () => {
    const account = new TestAccount();
    const order = account.world.subnets.list().map(({ SubnetId }) => SubnetId);
    const call = { operation: 'DeleteSubnet', input: { SubnetId: order[0] } };
    const outcome = execute(account.world, call);
    if (!outcome.ok) throw outcome.error;
    undo(account.world, outcome.changes);
    const { world, defaultVpcId } = account;
    expect(world.subnets.list().map(({ SubnetId }) => SubnetId)).toEqual(order);
    expect(world.subnets.by('VpcId', defaultVpcId).map(({ SubnetId }) => SubnetId)).toEqual(order);
    expect(world.subnets.first('VpcId', defaultVpcId)?.SubnetId).toBe(order[0]);
  });
});

describe('seed, time and form of a world', () => {
  test('the same seed gives the same account, another seed others', () => {
    expect(bytes(new TestAccount().world)).toBe(bytes(new TestAccount().world));
    expect(new TestAccount({ seed: 'other' }).defaultVpcId).not.toBe(new TestAccount().defaultVpcId);
  });

  test('ids and MACs of one seed do not meet', () => {
    const world = emptyWorld({ seed: 'seed', now: began });
    const ids = Array.from({ length: 20_000 }, () => newId(world, 'networkInterface'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^eni-0[0-9a-f]{16}$/.test(id))).toBe(true);
    const macs = Array.from({ length: 2_000 }, () => newMacAddress(world, 1));
    expect(new Set(macs).size).toBe(macs.length);
    expect(macs.every((mac) => /^06(:[0-9a-f]{2}){5}$/.test(mac))).toBe(true);
  });

  test('time does not run back', () => {
    const { world } = new TestAccount();
    setTime(world, began + 5_000);
    setTime(world, began);
    expect(world.now).toBe(began + 5_000);
  });

  test('a world from the future is not read', () => {
    const json = toJson(new TestAccount().world);
    expect(() => fromJson({ ...json, version: worldVersion + 1 })).toThrow('This world has form');
  });

  test('what is due settles in order of time, and a refused call leaves it to the next', () => {
    const account = new TestAccount();
    const [instance] = launch(account);
    account.wait(60);
    account.call('TerminateInstances', { InstanceIds: [instance?.InstanceId] });
    account.wait(5_000);
    expect(account.world.timers.size).toBe(2);
    account.refusal('CreateVpc');
    expect(account.world.timers.size).toBe(2);
    expect(account.call('DescribeInstances')).toEqual({ Reservations: [] });
    expect(account.world.timers.size).toBe(0);
    expect(account.world.networkInterfaces.size).toBe(0);
  });
});

describe('names that JavaScript has for itself are ordinary data', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  test('as tags and filters', () => {
    const account = new TestAccount();
    const Resources = [account.defaultVpcId];
    account.call('CreateTags', { Resources, Tags: names.map((Key) => ({ Key, Value: Key })) });
    for (const name of names) {
      const found = account.call('DescribeVpcs', { Filters: [{ Name: `tag:${name}`, Values: [name] }] });
      expect(found).toMatchObject({ Vpcs: [{ VpcId: account.defaultVpcId }] });
      expect(account.refusal('DescribeVpcs', { Filters: [{ Name: name, Values: [name] }] })).toBe(
        `InvalidParameterValue: The filter '${name}' is invalid`,
      );
    }
    expectSound(account.world);
  });

  test('as ids, names, attributes and client tokens', () => {
    const account = new TestAccount();
    const subnet = makeSubnet(account, makeVpc(account));
    for (const name of names) {
      expect(account.refusal('DescribeSubnets', { SubnetIds: [name] })).toContain('InvalidSubnetID.Malformed');
      expect(account.refusal('DescribeSecurityGroups', { GroupNames: [name] })).toContain('InvalidGroup.NotFound');
      expect(account.refusal('DescribeVpcAttribute', { VpcId: account.defaultVpcId, Attribute: name })).toContain(
        'Unknown attribute.',
      );
      makeGroup(account, account.defaultVpcId, name);
      makeInterface(account, subnet, { ClientToken: name });
      makeInterface(account, subnet, { ClientToken: name });
    }
    expect(account.world.networkInterfaces.size).toBe(names.length);
    expectSound(account.world);
  });
});

describe('describing', () => {
  const named = (account: TestAccount, ...Values: string[]) =>
    account
      .call<{ SecurityGroups: { GroupName: string }[] }>('DescribeSecurityGroups', {
        Filters: [{ Name: 'group-name', Values }],
      })
      .SecurityGroups.map(({ GroupName }) => GroupName);

  test('any of the values, all of the filters; * and ? wild, case counts, a backslash takes the next one literally', () => {
    const account = new TestAccount();
    for (const name of ['web', 'web-2', 'Web', 'w*b']) {
      if (name !== 'Web') makeGroup(account, account.defaultVpcId, name);
    }
    expect(named(account, 'web')).toEqual(['web']);
    expect(named(account, 'Web')).toEqual([]);
    expect(named(account, 'w*b')).toEqual(['web', 'w*b']);
    expect(named(account, 'w\\*b')).toEqual(['w*b']);
    expect(named(account, 'w?b')).toEqual(['web', 'w*b']);
    expect(named(account, 'web*', 'def*')).toEqual(['default', 'web', 'web-2']);
    expect(named(account, `${'*'.repeat(200)}x`)).toEqual([]);
    const filters = (...pairs: [string, string][]) => ({
      Filters: pairs.map(([Name, value]) => ({ Name, Values: [value] })),
    });
    expect(account.call('DescribeSecurityGroups', filters(['group-name', 'web'], ['description', 'default*']))).toEqual(
      { SecurityGroups: [] },
    );
  });

  test('a page goes on in the right place whatever was deleted in between', () => {
    const account = new TestAccount();
    const all = account.world.subnets.list().map(({ SubnetId }) => SubnetId);
    interface Page {
      NextToken?: string;
      Subnets: { SubnetId: string }[];
    }
    const first = account.call<Page>('DescribeSubnets', { MaxResults: 5 });
    for (const SubnetId of all.slice(3, 5)) account.call('DeleteSubnet', { SubnetId });
    const second = account.call<Page>('DescribeSubnets', { MaxResults: 5, NextToken: first.NextToken });
    expect(second.Subnets.map(({ SubnetId }) => SubnetId)).toEqual(all.slice(5));
  });
});

describe('cost', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Rows that calls to the tables handed out, and how often keys were looked up. */
  function countReads(): { rows: number } {
    const reads = { rows: 0 };
    for (const method of ['by', 'list'] as const) {
      const original = Table.prototype[method] as (...keys: string[]) => Row[];
      vi.spyOn(Table.prototype, method).mockImplementation(function (this: unknown, ...keys: unknown[]) {
        const rows = original.apply(this, keys as string[]);
        reads.rows += rows.length;
        return rows;
      });
    }
    return reads;
  }

  /** Rows read and changed by one interface's life in an account that has `interfaces` others. */
  function cycle(interfaces: number): { read: number[]; changed: number[] } {
    const account = new TestAccount();
    const vpc = makeVpc(account);
    const subnet = makeSubnet(account, vpc, '10.0.0.0/17');
    for (let count = 0; count < interfaces; count += 1) makeInterface(account, subnet);
    const { id } = makeInstance(account, subnet);
    const read: number[] = [];
    const changed: number[] = [];
    const reads = countReads();
    const call = (operation: string, input: object): object => {
      reads.rows = 0;
      account.wait(10);
      const outcome = execute(account.world, { operation, input });
      if (!outcome.ok) throw outcome.error;
      read.push(reads.rows);
      changed.push(outcome.changes.length);
      return outcome.output;
    };
    const made = call('CreateNetworkInterface', { SubnetId: subnet }) as {
      NetworkInterface: { NetworkInterfaceId: string };
    };
    const { NetworkInterfaceId } = made.NetworkInterface;
    const { AttachmentId } = call('AttachNetworkInterface', {
      NetworkInterfaceId,
      InstanceId: id,
      DeviceIndex: 1,
    }) as { AttachmentId: string };
    call('DetachNetworkInterface', { AttachmentId });
    call('DeleteNetworkInterface', { NetworkInterfaceId });
    vi.restoreAllMocks();
    return { read, changed };
  }

  test('an interface’s life touches as many rows among 2,000 others as among 10', () => {
    const few = cycle(10);
    expect(cycle(2_000)).toEqual(few);
    expect(Math.max(...few.read)).toBeLessThan(10);
    expect(Math.max(...few.changed)).toBeLessThan(10);
  });
});
