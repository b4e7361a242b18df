/**
 * Seconds until Linux gives a connection up that nobody answers: six retries, each after twice the time of the one before.
 * Source: https://docs.kernel.org/networking/ip-sysctl.html (tcp_syn_retries)
 */
export const connectSeconds = 127;

/** Names of /etc/services that people meet. */
const services: Readonly<Record<number, string>> = {
  20: 'ftp-data',
  21: 'ftp',
  22: 'ssh',
  23: 'telnet',
  25: 'smtp',
  53: 'domain',
  67: 'bootps',
  80: 'http',
  110: 'pop3',
  123: 'ntp',
  143: 'imap2',
  161: 'snmp',
  389: 'ldap',
  443: 'https',
  445: 'microsoft-ds',
  500: 'isakmp',
  636: 'ldaps',
  1433: 'ms-sql-s',
  2049: 'nfs',
  3306: 'mysql',
  3389: 'ms-wbt-server',
  5432: 'postgresql',
  5671: 'amqps',
  5672: 'amqp',
  6379: 'redis',
  8080: 'http-alt',
};

/** Services without a record for one of the protocols. */
const onlyTcp: ReadonlySet<number> = new Set([21, 22, 23, 25, 110, 143, 1433, 6379, 5432, 3306, 445]);

export const serviceName = (protocol: 'tcp' | 'udp', port: number): string =>
  protocol === 'udp' && onlyTcp.has(port) ? '*' : (services[port] ?? '*');

/** A port by its number or name; undefined when it is neither. May be out of range. */
export function portOf(word: string): number | undefined {
  if (/^\d{1,9}$/.test(word)) return Number(word);
  const named = Object.entries(services).find(([, name]) => name === word);
  return named && Number(named[0]);
}
