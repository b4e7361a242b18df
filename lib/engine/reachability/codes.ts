/**
 * Why a packet goes no further. In capitals: the explanation codes of Reachability Analyzer
 * (https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html); in small letters: ours, for what it has no code for.
 * The sentences are ours and general; a refusal has one of its own that names what is meant.
 */
export const codes = {
  BAD_STATE: 'The component is not in a state in which it works.',
  BAD_STATE_ATTACHMENT: 'The attachment between the two components does not work.',
  BAD_STATE_ROUTE: 'The route leads to something that is gone or does not work: it is a blackhole.',
  BAD_STATE_VPN: 'The VPN connection does not work.',
  ENI_SG_RULES_MISMATCH: 'No rule of the security groups lets the packet through.',
  SG_HAS_NO_RULES: 'The security groups have no rule in this direction.',
  ENI_SOURCE_DEST_CHECK_RESTRICTION:
    'The source/destination check drops a packet that is neither from nor for an address of the interface.',
  GATEWAY_REJECTS_SPOOFED_TRAFFIC: 'A gateway takes no packets from the VPC whose source address is not in it.',
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS: 'An internet gateway sends nothing to private addresses.',
  IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS:
    'An internet gateway sends nothing to shared addresses (100.64.0.0/10).',
  IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: 'The address is not the public address of an interface in the VPC.',
  IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS: 'The private address has no public address, so the internet cannot answer.',
  INGRESS_RTB_NO_PUBLIC_IP: 'An appliance behind a gateway’s route table needs a public address.',
  NO_POSSIBLE_DESTINATION: 'Nothing in the network has that address.',
  NO_ROUTE_TO_DESTINATION: 'The route table has no route for that destination.',
  PCX_REQUIRES_ADDRESS_IN_VPC_CIDR: 'A peering connection carries only what is for its other VPC itself.',
  PROTOCOL_RESTRICTION: 'The component does not take this protocol.',
  SUBNET_ACL_RESTRICTION: 'The subnet’s network ACL denies the packet.',
  TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION: 'The attachment has no transit gateway route table.',
  TGW_ROUTE_AZ_RESTRICTION: 'The transit gateway has no attachment in this Availability Zone.',
  TGW_RTB_BAD_STATE_ROUTE: 'The route of the transit gateway is a blackhole.',
  TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT: 'The transit gateway route table has no route for that destination.',
  VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS:
    'A virtual private gateway takes only what comes from an interface of its VPC.',
  VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS: 'A virtual private gateway delivers only to interfaces of its VPC.',
  VPCE_GATEWAY_PROTOCOL_RESTRICTION: 'A gateway endpoint takes only TCP and ICMP echo.',
  VPCE_INTRA_VPC_TRAFFIC: 'A VPC endpoint begins no connections.',
  NO_SOURCE_OR_DESTINATION: 'The source or the destination does not exist.',
  UNASSOCIATED_COMPONENT: 'The source or the destination is in no network: it is gone, or has no address of that kind.',
  /** A TCP reset, or ICMP port unreachable. */
  'port-closed': 'The packet arrives, and nothing listens on that port.',
  'not-forwarding': 'The host is handed a packet that is for somebody else, and it forwards none.',
  'no-device': 'The host has no interface to send it by.',
  'no-such-name': 'No such name is known where it was asked.',
  'site-has-no-way': 'The network on premises has no way to that address.',
  'not-authorized': 'The Client VPN endpoint does not let its clients go there.',
  'no-connection': 'Nothing that was opened from inside waits for this packet.',
  loop: 'The packet comes by the same place again: the routes send it in a circle.',
} as const;

export type Code = keyof typeof codes;

/** Whether Reachability Analyzer has this code too. */
export const isAwsCode = (code: Code): boolean => code === code.toUpperCase();
