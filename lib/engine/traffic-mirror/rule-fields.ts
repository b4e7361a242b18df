import { blockText, parseBlock } from '../ip';
import { block6Text, parseBlock6 } from '../ip6';
import { trafficMirrorErrors } from './errors';
import type { PortRange, TrafficMirrorFilterRule } from './traffic-mirror-filter-rule';

export const mostRuleNumber = 32_766;

interface GivenPorts {
  FromPort?: number | undefined;
  ToPort?: number | undefined;
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

export function acceptPorts(range: GivenPorts, name: string): PortRange {
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
