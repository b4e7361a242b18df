import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { type InputOf, integer, string, structure } from '../shapes';
import { trafficMirrorErrors } from './errors';
import type { PortRange, TrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

export const mostRuleNumber = 32_766;

const ports = { FromPort: integer, ToPort: integer } as const;

/** The parameters that a rule need not have, when it is made and when it is modified. */
export const optionalRuleMembers = {
  DestinationPortRange: structure(ports),
  SourcePortRange: structure(ports),
  Protocol: integer,
  Description: string,
} as const;

/** What a call gives of these, each in its documented range. */
export function acceptOptionalFields(
  given: InputOf<typeof optionalRuleMembers>,
): Partial<Pick<TrafficMirrorFilterRule, keyof typeof optionalRuleMembers>> {
  const { Protocol, DestinationPortRange: destination, SourcePortRange: source, Description } = given;
  return {
    ...(Protocol !== undefined && { Protocol: acceptNumber(Protocol, 'protocol', 0, 255) }),
    ...(destination && { DestinationPortRange: acceptPorts(destination, 'destinationPortRange') }),
    ...(source && { SourcePortRange: acceptPorts(source, 'sourcePortRange') }),
    ...(Description !== undefined && { Description }),
  };
}

/** A number within its documented range. */
export function acceptNumber(value: number, name: string, least: number, most: number): number {
  if (value < least || value > most) throw trafficMirrorErrors.range(value, name, least, most);
  return value;
}

/** A block of either family in canonical text. */
export function acceptCidr(text: string, name: string): string {
  const block = parseBlock(text);
  if (block) return blockText(block);
  const block6 = parseBlock6(text);
  if (!block6) throw trafficMirrorErrors.cidr(text, name);
  return block6Text(block6);
}

function acceptPorts(range: InputOf<typeof ports>, name: string): PortRange {
  const { FromPort, ToPort } = range;
  if (FromPort === undefined || ToPort === undefined || FromPort < 0 || ToPort > 65_535 || FromPort > ToPort)
    throw trafficMirrorErrors.portRange(name);
  return { FromPort, ToPort };
}

/** What holds between a rule's members: one family of addresses, and ports only with TCP and UDP. */
export function acceptRule<
  R extends Pick<
    TrafficMirrorFilterRule,
    'Protocol' | 'DestinationPortRange' | 'SourcePortRange' | 'DestinationCidrBlock' | 'SourceCidrBlock'
  >,
>(rule: R): R {
  if (rule.DestinationCidrBlock.includes(':') !== rule.SourceCidrBlock.includes(':'))
    throw trafficMirrorErrors.families();
  const hasPorts = rule.DestinationPortRange !== undefined || rule.SourcePortRange !== undefined;
  if (hasPorts && rule.Protocol !== 6 && rule.Protocol !== 17) throw trafficMirrorErrors.portsNeedProtocol();
  return rule;
}
