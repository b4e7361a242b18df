import { errors } from '../aws-error';
import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { boolean, enumeration, type InputOf, integer, required, string, structure } from '../shapes';
import { getVpc, vpcBlocks6 } from '../vpc/vpc';
import type { World } from '../world';
import { networkAclErrors } from './errors';
import type { NetworkAcl, NetworkAclEntry } from './network-acl';

/** The parameters of CreateNetworkAclEntry and ReplaceNetworkAclEntry. */
export const entryMembers = {
  NetworkAclId: required(string),
  RuleNumber: required(integer),
  Protocol: required(string),
  RuleAction: required(enumeration('allow', 'deny')),
  Egress: required(boolean),
  CidrBlock: string,
  Ipv6CidrBlock: string,
  IcmpTypeCode: structure({ Code: integer, Type: integer }),
  PortRange: structure({ From: integer, To: integer }),
} as const;

type GivenEntry = InputOf<typeof entryMembers>;

/**
 * The entry of a call. Blocks are made canonical; ports and ICMP types of a protocol that has none are dropped, since AWS lets
 * all of that protocol through then.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function entryOf(given: GivenEntry): NetworkAclEntry {
  const { RuleNumber, RuleAction, Egress } = given;
  checkRuleNumber(RuleNumber);
  const Protocol = protocolNumber(given.Protocol);
  const block = blockOf(given);
  const isIcmp = Protocol === '1' || (Protocol === '58' && block.Ipv6CidrBlock !== undefined);
  return {
    ...(block.CidrBlock && { CidrBlock: block.CidrBlock }),
    Egress,
    ...(isIcmp && { IcmpTypeCode: icmpOf(given.IcmpTypeCode) }),
    ...(block.Ipv6CidrBlock && { Ipv6CidrBlock: block.Ipv6CidrBlock }),
    ...((Protocol === '6' || Protocol === '17') && { PortRange: portsOf(given.PortRange) }),
    Protocol,
    RuleAction,
    RuleNumber,
  };
}

/** Refuses a number that is none of a person's rules: AWS keeps 32767 and above. */
export function checkRuleNumber(ruleNumber: number): void {
  if (ruleNumber < 1 || ruleNumber > 32_766) throw networkAclErrors.ruleNumber(ruleNumber);
}

/** AWS takes these names beside the numbers, here and in filters. */
const protocolNumbers = new Map([
  ['icmp', '1'],
  ['tcp', '6'],
  ['udp', '17'],
]);

/** The name of a protocol that has one. */
export const protocolName = (protocol: string): string | undefined =>
  [...protocolNumbers].find(([, number]) => number === protocol)?.[0];

function protocolNumber(protocol: string): string {
  const known = protocolNumbers.get(protocol.toLowerCase());
  if (known) return known;
  const isNumber = /^(-1|0|[1-9]\d{0,2})$/.test(protocol) && Number(protocol) <= 255;
  if (!isNumber) throw networkAclErrors.protocol(protocol);
  return protocol;
}

function blockOf({ CidrBlock, Ipv6CidrBlock }: GivenEntry): Pick<NetworkAclEntry, 'CidrBlock' | 'Ipv6CidrBlock'> {
  if (!CidrBlock && !Ipv6CidrBlock) throw networkAclErrors.noBlock();
  if (CidrBlock && Ipv6CidrBlock) throw networkAclErrors.bothBlocks();
  if (CidrBlock) {
    const block = parseBlock(CidrBlock);
    if (!block) throw networkAclErrors.malformedCidr(CidrBlock, 'cidrBlock');
    return { CidrBlock: blockText(block) };
  }
  const block = parseBlock6(Ipv6CidrBlock ?? '');
  if (!block) throw networkAclErrors.malformedCidr(Ipv6CidrBlock ?? '', 'ipv6CidrBlock');
  return { Ipv6CidrBlock: block6Text(block) };
}

function portsOf({ From, To }: NonNullable<GivenEntry['PortRange']> = {}): { From: number; To: number } {
  if (From === undefined) throw errors.missingParameter('portRange.from');
  if (To === undefined) throw errors.missingParameter('portRange.to');
  if (From < 0 || To > 65_535 || From > To) throw networkAclErrors.portRange(From, To);
  return { From, To };
}

function icmpOf({ Type, Code }: NonNullable<GivenEntry['IcmpTypeCode']> = {}): { Code: number; Type: number } {
  if (Type === undefined) throw errors.missingParameter('icmpTypeCode.type');
  if (Code === undefined) throw errors.missingParameter('icmpTypeCode.code');
  if (Type < -1 || Type > 255 || Code < -1 || Code > 255) throw networkAclErrors.icmp(Type, Code);
  return { Code, Type };
}

export const hasNumber =
  (ruleNumber: number, egress: boolean) =>
  ({ RuleNumber, Egress }: NetworkAclEntry): boolean =>
    RuleNumber === ruleNumber && Egress === egress;

/**
 * Refuses one more entry beside others past the quota, which each direction has for IPv4 and for IPv6. The entry at the end
 * that denies the rest counts.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-nacls
 */
export function requireRoom(world: World, others: readonly NetworkAclEntry[], entry: NetworkAclEntry): void {
  const isIpv4 = ({ CidrBlock }: NetworkAclEntry) => CidrBlock !== undefined;
  const alike = others.filter((other) => other.Egress === entry.Egress && isIpv4(other) === isIpv4(entry));
  if (alike.length + 2 > world.quotas.entriesPerNetworkAcl) throw networkAclErrors.entryLimit();
}

/**
 * All entries of an ACL as AWS shows them: egress first, each direction by number, with the rules at the end that deny what no
 * other rule matched: for IPv4, and for IPv6 where the VPC has it.
 * Source: the CLI's example for describe-network-acls; https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
 */
export function entriesOf(world: World, acl: NetworkAcl): NetworkAclEntry[] {
  const hasIpv6 = vpcBlocks6(getVpc(world, acl.VpcId)).length > 0;
  const last = [true, false].flatMap((Egress): NetworkAclEntry[] => {
    const deny = { Protocol: '-1', RuleAction: 'deny' } as const;
    return [
      { CidrBlock: '0.0.0.0/0', Egress, ...deny, RuleNumber: 32_767 },
      ...(hasIpv6 ? [{ Egress, Ipv6CidrBlock: '::/0', ...deny, RuleNumber: 32_768 }] : []),
    ];
  });
  return [...acl.entries, ...last].sort((a, b) => Number(b.Egress) - Number(a.Egress) || a.RuleNumber - b.RuleNumber);
}
