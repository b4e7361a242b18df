import { parseIp } from '../ip';
import { parseIp6 } from '../ip6';
import { dhcpOptionsErrors } from './errors';

/** What an option takes: how many values, and which. */
interface Option {
  readonly most: number;
  readonly takes: (value: string) => boolean;
}

const isIp = (value: string): boolean => parseIp(value) !== undefined;
const isIpOrIp6 = (value: string): boolean => isIp(value) || parseIp6(value) !== undefined;
const isLeaseTime = (value: string): boolean =>
  /^\d{1,10}$/.test(value) && Number(value) >= 140 && Number(value) <= 2_147_483_647;

/**
 * The options AWS has.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDhcpOptions.html
 */
const options = new Map<string, Option>([
  ['domain-name', { most: 1, takes: (value) => value !== '' }],
  ['domain-name-servers', { most: 4, takes: (value) => value === 'AmazonProvidedDNS' || isIpOrIp6(value) }],
  ['ipv6-address-preferred-lease-time', { most: 1, takes: isLeaseTime }],
  ['netbios-name-servers', { most: 4, takes: isIp }],
  ['netbios-node-type', { most: 1, takes: (value) => ['1', '2', '4', '8'].includes(value) }],
  ['ntp-servers', { most: 8, takes: isIpOrIp6 }],
]);

/**
 * The values that a call gives to an option. Refuses what the option does not take. Several servers may also come in one
 * value, with commas between them.
 */
export function acceptOption(key: string, given: readonly string[]): string[] {
  const option = options.get(key);
  if (!option) throw dhcpOptionsErrors.unknownOption(key);
  const values = option.most > 1 ? given.flatMap((value) => value.split(',').map((part) => part.trim())) : [...given];
  if (values.length === 0 || values.length > option.most) throw dhcpOptionsErrors.count(key, option.most);
  const wrong = values.find((value) => !option.takes(value));
  if (wrong !== undefined) throw dhcpOptionsErrors.value(wrong, key);
  return values;
}
