import type { TestAccount } from './account';
import { makeSubnet, makeVpc } from './network-interface';

/** A VPC with DNS hostnames, which private DNS and peering options need. */
export function makeNamedVpc(account: TestAccount, cidr: string): string {
  const VpcId = makeVpc(account, cidr);
  account.call('ModifyVpcAttribute', { VpcId, EnableDnsHostnames: { Value: true } });
  return VpcId;
}

/** A connection between the two VPCs that is active. */
export function makePeering(account: TestAccount, VpcId: string, PeerVpcId: string): string {
  const made = account.call<{ VpcPeeringConnection: { VpcPeeringConnectionId: string } }>(
    'CreateVpcPeeringConnection',
    { VpcId, PeerVpcId },
  );
  const { VpcPeeringConnectionId } = made.VpcPeeringConnection;
  account.call('AcceptVpcPeeringConnection', { VpcPeeringConnectionId });
  account.wait(1);
  return VpcPeeringConnectionId;
}

/** A VPC of that block with a /24 subnet in it, and an available interface endpoint for EC2 there. */
export function makeInterfaceEndpoint(
  account: TestAccount,
  cidr: string,
): { VpcId: string; SubnetId: string; VpcEndpointId: string } {
  const VpcId = makeNamedVpc(account, cidr);
  const SubnetId = makeSubnet(account, VpcId, cidr.replace('.0.0/16', '.1.0/24'));
  const { VpcEndpoint } = account.call<{ VpcEndpoint: { VpcEndpointId: string } }>('CreateVpcEndpoint', {
    VpcId,
    VpcEndpointType: 'Interface',
    ServiceName: 'com.amazonaws.us-east-1.ec2',
    SubnetIds: [SubnetId],
  });
  account.wait(60);
  return { VpcId, SubnetId, VpcEndpointId: VpcEndpoint.VpcEndpointId };
}

/** An available VPN connection between a new customer gateway and a new virtual private gateway. */
export function makeVpnConnection(
  account: TestAccount,
  Options: object = {},
): { CustomerGatewayId: string; VpnGatewayId: string; VpnConnectionId: string } {
  const Type = 'ipsec.1';
  const { CustomerGateway } = account.call<{ CustomerGateway: { CustomerGatewayId: string } }>(
    'CreateCustomerGateway',
    { Type, IpAddress: '203.0.113.12', BgpAsn: 65_010 },
  );
  const { VpnGateway } = account.call<{ VpnGateway: { VpnGatewayId: string } }>('CreateVpnGateway', { Type });
  const ids = { CustomerGatewayId: CustomerGateway.CustomerGatewayId, VpnGatewayId: VpnGateway.VpnGatewayId };
  const { VpnConnection } = account.call<{ VpnConnection: { VpnConnectionId: string } }>('CreateVpnConnection', {
    Type,
    ...ids,
    Options,
  });
  account.wait(60);
  return { ...ids, VpnConnectionId: VpnConnection.VpnConnectionId };
}
