import { NotModelled } from '../aws-error';
import { blockText, containsBlock, parseBlock } from '../ip';
import { boolean, type InputOf, integer, list, notModelled, string, structure } from '../shapes';
import { vpnConnectionErrors } from './errors';

const texts = list(structure({ Value: string }));
const numbers = list(structure({ Value: integer }));

/** One tunnel's options as a call gives them. */
export const tunnelMembers = {
  TunnelInsideCidr: string,
  TunnelInsideIpv6Cidr: string,
  PreSharedKey: string,
  Phase1LifetimeSeconds: integer,
  Phase2LifetimeSeconds: integer,
  RekeyMarginTimeSeconds: integer,
  RekeyFuzzPercentage: integer,
  ReplayWindowSize: integer,
  DPDTimeoutSeconds: integer,
  DPDTimeoutAction: string,
  Phase1EncryptionAlgorithms: texts,
  Phase2EncryptionAlgorithms: texts,
  Phase1IntegrityAlgorithms: texts,
  Phase2IntegrityAlgorithms: texts,
  Phase1DHGroupNumbers: numbers,
  Phase2DHGroupNumbers: numbers,
  IKEVersions: texts,
  StartupAction: string,
  LogOptions: notModelled,
  EnableTunnelLifecycleControl: boolean,
} as const;
export type GivenTunnel = InputOf<typeof tunnelMembers>;

/** A tunnel as AWS shows it; of the options after the key only those that were given. Members in AWS's order. */
export interface Tunnel {
  readonly OutsideIpAddress: string;
  readonly TunnelInsideCidr: string;
  readonly PreSharedKey: string;
  readonly Phase1LifetimeSeconds?: number;
  readonly Phase2LifetimeSeconds?: number;
  readonly [option: string]: unknown;
}

const encryption = ['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16'];
const integrity = ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'];
const groups = [2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

const isBetween = (least: number, most: number) => (value: number) => value >= least && value <= most;
type Check = (given: GivenTunnel) => boolean;

/** Whether what was given for an option is what AWS documents; an option that was not given is never asked. */
const checks: { readonly [name: string]: Check } = {
  Phase1LifetimeSeconds: (given) => isBetween(900, 28_800)(given.Phase1LifetimeSeconds ?? 0),
  Phase2LifetimeSeconds: ({ Phase1LifetimeSeconds: first = 28_800, Phase2LifetimeSeconds: second = 0 }) =>
    isBetween(900, 3_600)(second) && second < first,
  RekeyMarginTimeSeconds: ({ Phase2LifetimeSeconds: second = 3_600, RekeyMarginTimeSeconds: margin = 0 }) =>
    isBetween(60, second / 2)(margin),
  RekeyFuzzPercentage: (given) => isBetween(0, 100)(given.RekeyFuzzPercentage ?? -1),
  ReplayWindowSize: (given) => isBetween(64, 2_048)(given.ReplayWindowSize ?? 0),
  DPDTimeoutSeconds: (given) => (given.DPDTimeoutSeconds ?? 0) >= 30,
  DPDTimeoutAction: (given) => ['clear', 'none', 'restart'].includes(given.DPDTimeoutAction ?? ''),
  Phase1EncryptionAlgorithms: (given) => areOf(encryption, given.Phase1EncryptionAlgorithms),
  Phase2EncryptionAlgorithms: (given) => areOf(encryption, given.Phase2EncryptionAlgorithms),
  Phase1IntegrityAlgorithms: (given) => areOf(integrity, given.Phase1IntegrityAlgorithms),
  Phase2IntegrityAlgorithms: (given) => areOf(integrity, given.Phase2IntegrityAlgorithms),
  Phase1DHGroupNumbers: (given) => areOf(groups, given.Phase1DHGroupNumbers),
  Phase2DHGroupNumbers: (given) => areOf([2, 5, ...groups.slice(1)], given.Phase2DHGroupNumbers),
  IKEVersions: (given) => areOf(['ikev1', 'ikev2'], given.IKEVersions),
  StartupAction: (given) => ['add', 'start'].includes(given.StartupAction ?? ''),
};

const areOf = <T>(allowed: readonly T[], given: readonly { Value?: T | undefined }[] = []): boolean =>
  given.every(({ Value }) => Value !== undefined && allowed.includes(Value));

const renamed = new Map([
  ['DPDTimeoutSeconds', 'DpdTimeoutSeconds'],
  ['DPDTimeoutAction', 'DpdTimeoutAction'],
  ['IKEVersions', 'IkeVersions'],
]);

const linkLocal = { base: 0xa9fe0000, prefix: 16 };
const reserved = new Set([0, 1, 2, 3, 4, 5].map((third) => `169.254.${third}.0/30`)).add('169.254.169.252/30');

/** Whether a /30 is one that a tunnel may have. */
export const isInsideBlock = (cidr: string): boolean => {
  const block = parseBlock(cidr);
  return block?.prefix === 30 && containsBlock(linkLocal, block) && !reserved.has(blockText(block));
};

/**
 * Check one tunnel's options against what AWS documents for CreateVpnConnection; answers those besides block and key, as shown.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnTunnelOptionsSpecification.html
 */
export function acceptTunnel(given: GivenTunnel): { readonly [option: string]: unknown } {
  if (given.TunnelInsideIpv6Cidr) throw vpnConnectionErrors.insideIpv6();
  if (given.TunnelInsideCidr && !isInsideBlock(given.TunnelInsideCidr)) {
    throw vpnConnectionErrors.tunnelOption('TunnelInsideCidr');
  }
  if (given.PreSharedKey !== undefined && !/^[a-zA-Z1-9._][a-zA-Z0-9._]{7,63}$/.test(given.PreSharedKey)) {
    throw vpnConnectionErrors.preSharedKey();
  }
  if (given.EnableTunnelLifecycleControl) throw new NotModelled('control of the lifecycle of VPN tunnel endpoints');
  const shown: [string, unknown][] = [];
  for (const [name, isRight] of Object.entries(checks)) {
    const value = given[name as keyof GivenTunnel]; // A key of `checks`, which are names of options.
    if (value === undefined) continue;
    if (!isRight(given)) throw vpnConnectionErrors.tunnelOption(name);
    shown.push([renamed.get(name) ?? name, value]);
  }
  return Object.fromEntries(shown);
}
