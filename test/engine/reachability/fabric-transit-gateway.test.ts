import { describe, expect, test } from 'vitest';
import { answerTo } from '@/lib/engine/reachability/flow';
import { throughTransitGateway } from '@/lib/engine/reachability/transit-gateway';
import { attachVpc, makeTransitGateway, makeTransitRouteTable, transitAccount } from '@/test/build/transit-gateway';
import { idsOf, packetTo, refusalOf, walkIn } from './fabric-words';

/** Two VPCs of which both zones of the first and `zones` of the second are attached. */
function attached(zones: 'a' | 'ab' = 'a', more: object = {}) {
  const { account, gateway, defaultTable, vpcs } = transitAccount();
  const [one, two] = vpcs;
  if (!one || !two) throw new Error('two VPCs');
  const first = attachVpc(account, gateway, one.VpcId, [one.a, one.b]);
  const second = attachVpc(account, gateway, two.VpcId, zones === 'a' ? [two.a] : [two.a, two.b], more);
  const place = (zone: string, fromVpcId = one.VpcId) =>
    ({ at: 'transit-gateway', id: gateway, fromVpcId, zone }) as const;
  const pass = (destination = '10.2.2.5', zone = 'us-east-1a', source = '10.1.1.5', port = 22) =>
    throughTransitGateway(walkIn(account.world), place(zone), packetTo(destination, source, { destinationPort: port }));
  return { account, gateway, defaultTable, one, two, first, second, place, pass };
}

test('in by the subnet of its zone, by the route of the associated table, out by the subnet of the other VPC', () => {
  const { account, gateway, defaultTable, one, two, first, second, pass } = attached();
  const { hops, next } = pass();
  const [acl] = account.world.networkAcls.by('VpcId', one.VpcId);
  expect(idsOf(hops)).toEqual([acl?.NetworkAclId, first, gateway, defaultTable, second]);
  expect(hops[3]?.decision).toEqual({
    kind: 'transit-route',
    routeTableId: defaultTable,
    cidr: '10.2.0.0/16',
    type: 'propagated',
    attachmentId: second,
  });
  expect(next?.place).toEqual({ at: 'router', vpcId: two.VpcId, subnetId: two.a, from: 'gateway' });
});

describe('the zone', () => {
  test('a packet leaves in the zone that it came from where the other attachment has a subnet there', () => {
    const { two, pass } = attached('ab');
    expect(pass('10.2.1.5', 'us-east-1a').next?.place).toMatchObject({ subnetId: two.a });
    expect(pass('10.2.1.5', 'us-east-1b').next?.place).toMatchObject({ subnetId: two.b });
  });

  test('where it has none there, it leaves by another', () => {
    const { two, pass } = attached('a');
    expect(pass('10.2.1.5', 'us-east-1b').next?.place).toMatchObject({ subnetId: two.a });
  });

  test('from a zone without a subnet of the attachment nothing comes in', () => {
    const { first, one, pass } = attached();
    expect(refusalOf(pass('10.2.1.5', 'us-east-1c'))).toBe(
      `TGW_ROUTE_AZ_RESTRICTION: ${first}, the attachment of ${one.VpcId} (10.1.0.0/16), has no subnet in us-east-1c, and takes nothing from subnets of that Availability Zone.`,
    );
  });

  test('in appliance mode a flow and its answers leave in one zone, and flows are spread', () => {
    const { account, defaultTable, two, second, place, pass } = attached('ab', {
      Options: { ApplianceModeSupport: 'enable' },
    });
    // The second VPC is where appliances are: whatever the first one sends or gets goes by it.
    account.call('CreateTransitGatewayRoute', {
      TransitGatewayRouteTableId: defaultTable,
      DestinationCidrBlock: '10.1.0.0/16',
      TransitGatewayAttachmentId: second,
    });
    const subnets = new Set<unknown>();
    for (let port = 1; port <= 20; port += 1) {
      const there = pass('10.2.1.5', 'us-east-1a', '10.1.1.5', port).next;
      if (there?.place.at !== 'router') throw new Error('it has come out');
      const again = throughTransitGateway(walkIn(account.world), place('us-east-1b'), answerTo(there.packet));
      expect(again.next?.place).toEqual(there.place);
      subnets.add(there.place.subnetId);
    }
    expect([...subnets].sort()).toEqual([two.a, two.b].sort());
  });
});

describe('the route table', () => {
  test('without a route there, and with a blackhole', () => {
    const { account, defaultTable, pass } = attached();
    expect(refusalOf(pass('10.3.0.1'))).toBe(
      `TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: ${defaultTable}, the transit gateway route table, has no route to 10.3.0.1.`,
    );
    account.call('CreateTransitGatewayRoute', {
      TransitGatewayRouteTableId: defaultTable,
      DestinationCidrBlock: '10.2.2.0/24',
      Blackhole: true,
    });
    expect(refusalOf(pass('10.2.2.5'))).toBe(
      `TGW_RTB_BAD_STATE_ROUTE: The route of ${defaultTable} for 10.2.2.0/24 is a blackhole: it drops what is for it.`,
    );
    expect(pass('10.2.1.5').next).toBeDefined();
  });

  test('the most specific route wins, static or propagated, and a static one to the same block', () => {
    const { account, defaultTable, first, second, pass } = attached();
    const route = (DestinationCidrBlock: string, TransitGatewayAttachmentId: string) =>
      account.call('CreateTransitGatewayRoute', {
        TransitGatewayRouteTableId: defaultTable,
        DestinationCidrBlock,
        TransitGatewayAttachmentId,
      });
    route('0.0.0.0/0', second);
    expect(idsOf(pass('8.8.8.8').hops).at(-1)).toBe(second);
    route('10.2.0.0/16', first);
    expect(pass('10.2.1.5').hops[3]?.decision).toMatchObject({ type: 'static', attachmentId: first });
  });

  test('an attachment that is associated with none', () => {
    const { account, gateway, defaultTable, first, pass } = attached();
    account.call('DisassociateTransitGatewayRouteTable', {
      TransitGatewayRouteTableId: defaultTable,
      TransitGatewayAttachmentId: first,
    });
    account.wait(60);
    expect(refusalOf(pass())).toBe(
      `TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: ${first} is associated with no route table of ${gateway}, so nothing says where its packets go.`,
    );
  });

  test('what changes in it is seen at once', () => {
    const { account, gateway, defaultTable, first, pass } = attached();
    expect(pass().next).toBeDefined();
    const other = makeTransitRouteTable(account, gateway);
    const input = { TransitGatewayAttachmentId: first };
    account.call('DisassociateTransitGatewayRouteTable', { ...input, TransitGatewayRouteTableId: defaultTable });
    account.wait(60);
    account.call('AssociateTransitGatewayRouteTable', { ...input, TransitGatewayRouteTableId: other });
    account.wait(60);
    expect(refusalOf(pass())).toMatch(/^TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT/);
  });
});

test('a block that is added to an attached VPC is reached at once', () => {
  const { account, two, second, pass } = attached();
  expect(refusalOf(pass('10.9.0.5'))).toMatch(/^TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT/);
  account.call('AssociateVpcCidrBlock', { VpcId: two.VpcId, CidrBlock: '10.9.0.0/16' });
  expect(idsOf(pass('10.9.0.5').hops).at(-1)).toBe(second);
});

describe('the attachment', () => {
  test('of the other VPC that is gone leaves its static route a blackhole', () => {
    const { account, defaultTable, second, pass } = attached();
    account.call('CreateTransitGatewayRoute', {
      TransitGatewayRouteTableId: defaultTable,
      DestinationCidrBlock: '10.2.0.0/16',
      TransitGatewayAttachmentId: second,
    });
    account.call('DeleteTransitGatewayVpcAttachment', { TransitGatewayAttachmentId: second });
    expect(refusalOf(pass())).toMatch(/^BAD_STATE_ATTACHMENT: .* is deleting\.$/);
    account.wait(120);
    account.call('DescribeTransitGatewayAttachments');
    expect(refusalOf(pass())).toMatch(/^TGW_RTB_BAD_STATE_ROUTE/);
  });

  test('that there is not', () => {
    const { account, place, one } = attached();
    const { TransitGatewayId: id } = makeTransitGateway(account);
    const passage = throughTransitGateway(
      walkIn(account.world),
      { ...place('us-east-1a'), id },
      packetTo('10.2.0.5', '10.1.1.5'),
    );
    expect(refusalOf(passage)).toBe(
      `BAD_STATE_ATTACHMENT: ${id}, the transit gateway, is not attached to ${one.VpcId} (10.1.0.0/16).`,
    );
  });

  test('has the network ACL of its subnet judge what comes in', () => {
    const { account, one, pass } = attached();
    const { NetworkAcl } = account.call<{ NetworkAcl: { NetworkAclId: string } }>('CreateNetworkAcl', {
      VpcId: one.VpcId,
    });
    const { NetworkAcls } = account.call<{
      NetworkAcls: { Associations: { SubnetId: string; NetworkAclAssociationId: string }[] }[];
    }>('DescribeNetworkAcls', { Filters: [{ Name: 'association.subnet-id', Values: [one.a] }] });
    const association = NetworkAcls[0]?.Associations.find(({ SubnetId }) => SubnetId === one.a);
    account.call('ReplaceNetworkAclAssociation', {
      AssociationId: association?.NetworkAclAssociationId,
      NetworkAclId: NetworkAcl.NetworkAclId,
    });
    expect(refusalOf(pass())).toMatch(/^SUBNET_ACL_RESTRICTION/);
    expect(pass('10.2.2.5', 'us-east-1b').next).toBeDefined();
  });
});
