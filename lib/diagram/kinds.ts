const kinds: { readonly [prefix: string]: string } = {
  vpc: 'VPC',
  subnet: 'subnet',
  i: 'instance',
  eni: 'interface',
  igw: 'internet gateway',
  eipalloc: 'Elastic IP address',
  sg: 'security group',
  sgr: 'security group rule',
  rtb: 'route table',
  acl: 'network ACL',
  nat: 'NAT gateway',
  eigw: 'egress-only internet gateway',
  pcx: 'peering connection',
  vpce: 'endpoint',
  cgw: 'customer gateway',
  vgw: 'virtual private gateway',
  vpn: 'VPN connection',
  tgw: 'transit gateway',
  'tgw-attach': 'transit gateway attachment',
  'tgw-rtb': 'transit gateway route table',
  pl: 'prefix list',
  fl: 'flow log',
  dopt: 'DHCP options set',
};

/** What an id is of, by its prefix, as a person says it. Undefined for what is not shown anywhere. */
export const kindOfId = (id: string): string | undefined => kinds[id.replace(/-[^-]*$/, '')];
