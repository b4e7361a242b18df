import type { Probe } from './use-matrix';

/** More at once would be a table that nobody reads, and a page that is slow to draw. */
export const mostHosts = 40;

/** What a person wants to see compared. */
export interface MatrixChoice {
  /** Keys of hosts; the usual ones when absent: the internet and the instances. */
  readonly chosen?: ReadonlySet<string>;
  readonly probes: readonly Probe[];
  readonly shown: Probe;
}

const ssh: Probe = { key: 'tcp22', label: 'tcp 22', protocol: 'tcp', port: 22 };

export const usualChoice: MatrixChoice = {
  shown: ssh,
  probes: [
    ssh,
    { key: 'tcp80', label: 'tcp 80', protocol: 'tcp', port: 80 },
    { key: 'tcp443', label: 'tcp 443', protocol: 'tcp', port: 443 },
    { key: 'icmp', label: 'icmp', protocol: 'icmp' },
  ],
};
