import { describe, expect, test } from 'vitest';
import { TestAccount } from '@/test/build/account';
import { makeSubnet, makeVpc } from '@/test/build/network-interface';

const owner = '111122223333';
const all = { Protocol: '-1', RuleAction: 'allow' };
const entry = (Egress: boolean, RuleNumber: number, RuleAction = 'deny', block = '0.0.0.0/0') => ({
  CidrBlock: block,
  Egress,
  Protocol: '-1',
  RuleAction,
  RuleNumber,
});

interface ShownAcl {
  NetworkAclId: string;
  Associations: { NetworkAclAssociationId: string; NetworkAclId: string; SubnetId: string }[];
  Entries: { Egress: boolean; RuleNumber: number }[];
}

function network(quotas = {}) {
  const account = new TestAccount({ quotas });
  const VpcId = makeVpc(account);
  const SubnetId = makeSubnet(account, VpcId);
  const show = (...Filters: { Name: string; Values: string[] }[]): ShownAcl[] =>
    account.call<{ NetworkAcls: ShownAcl[] }>('DescribeNetworkAcls', {
      Filters: [{ Name: 'vpc-id', Values: [VpcId] }, ...Filters],
    }).NetworkAcls;
  const standard = () => {
    const [acl] = show({ Name: 'default', Values: ['true'] });
    if (!acl) throw new Error('no default ACL');
    return acl;
  };
  const { NetworkAclId } = account.call<{ NetworkAcl: ShownAcl }>('CreateNetworkAcl', { VpcId }).NetworkAcl;
  /** The entries that people made. */
  const made = () =>
    show({ Name: 'network-acl-id', Values: [NetworkAclId] })[0]?.Entries.filter(
      ({ RuleNumber }) => RuleNumber < 32_767,
    );
  const create = (rule: object) => account.call('CreateNetworkAclEntry', { NetworkAclId, ...rule });
  const refused = (rule: object) => account.refusal('CreateNetworkAclEntry', { NetworkAclId, ...rule });
  return { account, VpcId, SubnetId, NetworkAclId, show, standard, made, create, refused };
}

const rule = { RuleNumber: 100, Egress: false, ...all, CidrBlock: '0.0.0.0/0' };

describe('a VPC’s default ACL', () => {
  test('lets everything through, and has every new subnet', () => {
    const { account, VpcId, SubnetId, standard } = network();
    const acl = standard();
    expect(acl).toEqual({
      Associations: [
        {
          NetworkAclAssociationId: expect.stringMatching(/^aclassoc-[0-9a-f]{17}$/),
          NetworkAclId: acl.NetworkAclId,
          SubnetId,
        },
      ],
      Entries: [entry(true, 100, 'allow'), entry(true, 32_767), entry(false, 100, 'allow'), entry(false, 32_767)],
      IsDefault: true,
      NetworkAclId: expect.stringMatching(/^acl-[0-9a-f]{17}$/),
      Tags: [],
      VpcId,
      OwnerId: owner,
    });
    const other = makeSubnet(account, VpcId, '10.0.2.0/24');
    expect(standard().Associations).toEqual([acl.Associations[0], expect.objectContaining({ SubnetId: other })]);
  });

  test('lets IPv6 through once the VPC has a block of it, unless its rules were changed', () => {
    const { account, VpcId, standard } = network();
    const { NetworkAclId } = standard();
    account.call('DeleteNetworkAclEntry', { NetworkAclId, RuleNumber: 100, Egress: false });
    account.call('AssociateVpcCidrBlock', { VpcId, AmazonProvidedIpv6CidrBlock: true });
    const open = { Egress: true, Ipv6CidrBlock: '::/0', Protocol: '-1', RuleAction: 'allow', RuleNumber: 101 };
    const last = { Egress: true, Ipv6CidrBlock: '::/0', Protocol: '-1', RuleAction: 'deny', RuleNumber: 32_768 };
    expect(standard().Entries).toEqual([
      entry(true, 100, 'allow'),
      open,
      entry(true, 32_767),
      last,
      entry(false, 32_767),
      { ...last, Egress: false },
    ]);
  });

  test('cannot be deleted', () => {
    const { account, standard } = network();
    const { NetworkAclId } = standard();
    expect(account.refusal('DeleteNetworkAcl', { NetworkAclId })).toBe(
      `InvalidParameterValue: cannot delete default network ACL ${NetworkAclId}`,
    );
  });
});

describe('CreateNetworkAcl', () => {
  test('answers an ACL that denies everything and has no subnet', () => {
    const { account, VpcId } = network();
    const TagSpecifications = [{ ResourceType: 'network-acl', Tags: [{ Key: 'Name', Value: 'web' }] }];
    const input = { VpcId, ClientToken: 'once', TagSpecifications };
    const answer = account.call('CreateNetworkAcl', input);
    expect(answer).toEqual({
      NetworkAcl: {
        Associations: [],
        Entries: [entry(true, 32_767), entry(false, 32_767)],
        IsDefault: false,
        NetworkAclId: expect.stringMatching(/^acl-[0-9a-f]{17}$/),
        Tags: [{ Key: 'Name', Value: 'web' }],
        VpcId,
        OwnerId: owner,
      },
      ClientToken: 'once',
    });
    expect(account.call('CreateNetworkAcl', input)).toEqual(answer);
  });

  test('is refused past the quota', () => {
    const { account, VpcId } = network({ networkAclsPerVpc: 2 });
    expect(account.refusal('CreateNetworkAcl', { VpcId })).toBe(
      'NetworkAclLimitExceeded: The maximum number of network acls has been reached.',
    );
  });
});

describe('entries', () => {
  test('are shown by direction and number, with protocols as numbers and blocks canonical', () => {
    const { create, made } = network();
    expect(create({ ...rule, RuleNumber: 120, Protocol: 'tcp', PortRange: { From: 80, To: 80 } })).toEqual({});
    create({ ...rule, CidrBlock: '100.68.0.18/18' });
    create({ ...rule, Egress: true, Protocol: '1', IcmpTypeCode: { Type: 8, Code: -1 } });
    create({
      RuleNumber: 110,
      Egress: true,
      ...all,
      Protocol: '17',
      Ipv6CidrBlock: 'FD00::1/64',
      PortRange: { From: 53, To: 53 },
    });
    expect(made()).toEqual([
      {
        CidrBlock: '0.0.0.0/0',
        Egress: true,
        IcmpTypeCode: { Code: -1, Type: 8 },
        Protocol: '1',
        RuleAction: 'allow',
        RuleNumber: 100,
      },
      {
        Egress: true,
        Ipv6CidrBlock: 'fd00::/64',
        PortRange: { From: 53, To: 53 },
        Protocol: '17',
        RuleAction: 'allow',
        RuleNumber: 110,
      },
      entry(false, 100, 'allow', '100.68.0.0/18'),
      {
        CidrBlock: '0.0.0.0/0',
        Egress: false,
        PortRange: { From: 80, To: 80 },
        Protocol: '6',
        RuleAction: 'allow',
        RuleNumber: 120,
      },
    ]);
  });

  test('ports and types of a protocol without them are dropped', () => {
    const { create, made } = network();
    create({ ...rule, PortRange: { From: 22, To: 22 } });
    create({ ...rule, RuleNumber: 110, Protocol: '58', IcmpTypeCode: { Type: 8, Code: 0 } });
    expect(made()).toEqual([entry(false, 100, 'allow'), { ...entry(false, 110, 'allow'), Protocol: '58' }]);
  });

  test('refuses what is no rule', () => {
    const { refused } = network();
    for (const RuleNumber of [0, 32_767]) {
      expect(refused({ ...rule, RuleNumber })).toBe(
        `InvalidParameterValue: Value (${RuleNumber}) for parameter ruleNumber is invalid. The rule number must be between 1 and 32766.`,
      );
    }
    expect(refused({ ...rule, Protocol: '256' })).toBe(
      'InvalidParameterValue: Value (256) for parameter protocol is invalid. Unknown protocol.',
    );
    expect(refused({ ...rule, CidrBlock: undefined })).toBe(
      "MissingParameter: Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.",
    );
    expect(refused({ ...rule, Ipv6CidrBlock: '::/0' })).toBe(
      'InvalidParameterCombination: The parameters cidrBlock and ipv6CidrBlock cannot be used together',
    );
    expect(refused({ ...rule, CidrBlock: '10.0.0.0/33' })).toBe(
      'InvalidParameterValue: Value (10.0.0.0/33) for parameter cidrBlock is invalid. This is not a valid CIDR block.',
    );
    expect(refused({ ...rule, Protocol: '6' })).toBe(
      'MissingParameter: The request must contain the parameter portRange.from',
    );
    expect(refused({ ...rule, Protocol: '6', PortRange: { From: 80, To: 79 } })).toMatch(/^InvalidParameterValue: /);
    expect(refused({ ...rule, Protocol: '1' })).toBe(
      'MissingParameter: The request must contain the parameter icmpTypeCode.type',
    );
    expect(refused({ ...rule, Protocol: '1', IcmpTypeCode: { Type: 256, Code: 0 } })).toMatch(
      /^InvalidParameterValue: /,
    );
    expect(refused({ ...rule, NetworkAclId: 'acl-0123456789abcdef0' })).toBe(
      "InvalidNetworkAclID.NotFound: The networkAcl ID 'acl-0123456789abcdef0' does not exist",
    );
    expect(refused({ ...rule, NetworkAclId: 'web' })).toBe(
      'InvalidNetworkAclId.Malformed: Invalid id: "web" (expecting "acl-...")',
    );
  });

  test('a number is used once in a direction', () => {
    const { create, refused } = network();
    create(rule);
    expect(refused({ ...rule, RuleAction: 'deny' })).toBe(
      'NetworkAclEntryAlreadyExists: The network acl entry identified by 100 already exists.',
    );
    create({ ...rule, Egress: true });
  });

  test('are limited to twenty in each direction and family, the last one that denies the rest included', () => {
    const { account, NetworkAclId, create, refused } = network();
    const limit = 'NetworkAclEntryLimitExceeded: The maximum number of network acl entries has been reached.';
    for (let RuleNumber = 1; RuleNumber <= 19; RuleNumber += 1) create({ ...rule, RuleNumber });
    expect(refused({ ...rule, RuleNumber: 20 })).toBe(limit);
    create({ ...rule, Egress: true });
    const rule6 = { ...rule, CidrBlock: undefined, Ipv6CidrBlock: '::/0' };
    for (let RuleNumber = 101; RuleNumber <= 119; RuleNumber += 1) create({ ...rule6, RuleNumber });
    expect(refused({ ...rule6, RuleNumber: 120 })).toBe(limit);

    // In another's place too; in its own there is room.
    const replaced = { NetworkAclId, ...rule6, RuleNumber: 1 };
    expect(account.refusal('ReplaceNetworkAclEntry', replaced)).toBe(limit);
    account.call('ReplaceNetworkAclEntry', { NetworkAclId, ...rule, RuleNumber: 1, RuleAction: 'deny' });
  });

  test('are replaced and deleted by number and direction', () => {
    const { account, NetworkAclId, create, made } = network();
    create(rule);
    create({ ...rule, Egress: true });
    expect(account.call('ReplaceNetworkAclEntry', { NetworkAclId, ...rule, RuleAction: 'deny' })).toEqual({});
    expect(made()).toEqual([entry(true, 100, 'allow'), entry(false, 100)]);
    const gone = { NetworkAclId, RuleNumber: 100, Egress: true };
    expect(account.call('DeleteNetworkAclEntry', gone)).toEqual({});
    expect(made()).toEqual([entry(false, 100)]);
    const refusal = `InvalidNetworkAclEntry.NotFound: no egress entry with number 100 in network ACL ${NetworkAclId}`;
    expect(account.refusal('DeleteNetworkAclEntry', gone)).toBe(refusal);
    expect(account.refusal('ReplaceNetworkAclEntry', { ...rule, ...gone })).toBe(refusal);
    expect(account.refusal('DeleteNetworkAclEntry', { ...gone, RuleNumber: 32_767 })).toMatch(
      /^InvalidParameterValue: /,
    );
  });
});

describe('ReplaceNetworkAclAssociation', () => {
  test('moves a subnet to an ACL and back, under new ids', () => {
    const { account, SubnetId, NetworkAclId, standard, show } = network();
    const first = standard().Associations[0]?.NetworkAclAssociationId;
    const { NewAssociationId } = account.call<{ NewAssociationId: string }>('ReplaceNetworkAclAssociation', {
      AssociationId: first,
      NetworkAclId,
    });
    expect(NewAssociationId).toMatch(/^aclassoc-[0-9a-f]{17}$/);
    expect(standard().Associations).toEqual([]);
    expect(show({ Name: 'association.subnet-id', Values: [SubnetId] })).toMatchObject([
      { NetworkAclId, Associations: [{ NetworkAclAssociationId: NewAssociationId, NetworkAclId, SubnetId }] },
    ]);
    expect(account.refusal('DeleteNetworkAcl', { NetworkAclId })).toBe(
      `DependencyViolation: The networkAcl '${NetworkAclId}' has dependencies and cannot be deleted.`,
    );
    expect(account.refusal('ReplaceNetworkAclAssociation', { AssociationId: first, NetworkAclId })).toBe(
      `InvalidAssociationID.NotFound: The association ID '${first}' does not exist`,
    );
    account.call('ReplaceNetworkAclAssociation', {
      AssociationId: NewAssociationId,
      NetworkAclId: standard().NetworkAclId,
    });
    expect(standard().Associations).toMatchObject([{ SubnetId }]);
    account.call('DeleteNetworkAcl', { NetworkAclId });
  });

  test('is refused across networks, and changes nothing for the ACL it has', () => {
    const { account, SubnetId, standard } = network();
    const { NetworkAclId, Associations } = standard();
    const AssociationId = Associations[0]?.NetworkAclAssociationId;
    expect(account.call('ReplaceNetworkAclAssociation', { AssociationId, NetworkAclId })).toEqual({
      NewAssociationId: AssociationId,
    });
    const elsewhere = account.world.networkAcls.first('default', account.defaultVpcId)?.NetworkAclId;
    expect(account.refusal('ReplaceNetworkAclAssociation', { AssociationId, NetworkAclId: elsewhere })).toBe(
      `InvalidParameterValue: network ACL ${elsewhere} and subnet ${SubnetId} belong to different networks`,
    );
  });

  test('a deleted subnet leaves its ACL', () => {
    const { account, SubnetId, NetworkAclId, standard } = network();
    const AssociationId = standard().Associations[0]?.NetworkAclAssociationId;
    account.call('ReplaceNetworkAclAssociation', { AssociationId, NetworkAclId });
    account.call('DeleteSubnet', { SubnetId });
    account.call('DeleteNetworkAcl', { NetworkAclId });
  });
});

describe('DescribeNetworkAcls', () => {
  test('has every documented filter', () => {
    const { account, VpcId, SubnetId, NetworkAclId, standard, create } = network();
    create({ ...rule, RuleNumber: 7, Protocol: 'tcp', PortRange: { From: 81, To: 82 }, CidrBlock: '192.0.2.0/24' });
    create({ ...rule, RuleNumber: 8, Protocol: 'icmp', IcmpTypeCode: { Type: 3, Code: 4 }, Egress: true });
    create({ RuleNumber: 9, Egress: true, ...all, Ipv6CidrBlock: '2001:db8::/32' });
    account.call('CreateTags', { Resources: [NetworkAclId], Tags: [{ Key: 'Name', Value: 'web' }] });
    const { Associations, NetworkAclId: defaultId } = standard();
    const ids = (Name: string, value: string) =>
      account
        .call<{ NetworkAcls: ShownAcl[] }>('DescribeNetworkAcls', {
          Filters: [
            { Name: 'vpc-id', Values: [VpcId] },
            { Name, Values: [value] },
          ],
        })
        .NetworkAcls.map((acl) => acl.NetworkAclId);
    const own: [string, string][] = [
      ['entry.cidr', '192.0.2.0/24'],
      ['entry.icmp.code', '4'],
      ['entry.icmp.type', '3'],
      ['entry.ipv6-cidr', '2001:db8::/32'],
      ['entry.port-range.from', '81'],
      ['entry.port-range.to', '82'],
      ['entry.protocol', 'tcp'],
      ['entry.protocol', '6'],
      ['entry.rule-number', '7'],
      ['default', 'false'],
      ['network-acl-id', NetworkAclId],
      ['tag:Name', 'web'],
      ['tag-key', 'Name'],
    ];
    for (const [name, value] of own) expect(ids(name, value), name).toEqual([NetworkAclId]);
    const standards: [string, string][] = [
      ['association.association-id', Associations[0]?.NetworkAclAssociationId ?? ''],
      ['association.network-acl-id', defaultId],
      ['association.subnet-id', SubnetId],
      ['default', 'true'],
    ];
    for (const [name, value] of standards) expect(ids(name, value), name).toEqual([defaultId]);
    const both: [string, string][] = [
      ['entry.egress', 'true'],
      ['entry.rule-action', 'deny'],
      ['owner-id', owner],
    ];
    for (const [name, value] of both) expect(ids(name, value), name).toEqual([defaultId, NetworkAclId]);
  });

  test('refuses an unknown id', () => {
    const { account } = network();
    expect(account.refusal('DescribeNetworkAcls', { NetworkAclIds: ['acl-0123456789abcdef0'] })).toBe(
      "InvalidNetworkAclID.NotFound: The networkAcl ID 'acl-0123456789abcdef0' does not exist",
    );
  });
});
