import { describe, expect, test } from 'vitest';
import { HostLab } from './host-lab';

const lab = new HostLab();
const says = (line: string) => lab.says(line);

/** A program that prints nothing on stdout. */
const error = (stderr: string, exitCode: number, seconds = 0) => ({ stdout: '', stderr, exitCode, seconds });

describe('ping', () => {
  test('answers, with what iputils prints of them', async () => {
    expect(await says('on web-1 ping -c 3 10.0.2.20')).toEqual({
      stdout: `PING 10.0.2.20 (10.0.2.20) 56(84) bytes of data.
64 bytes from 10.0.2.20: icmp_seq=1 ttl=127 time=1.01 ms
64 bytes from 10.0.2.20: icmp_seq=2 ttl=127 time=1.03 ms
64 bytes from 10.0.2.20: icmp_seq=3 ttl=127 time=0.974 ms

--- 10.0.2.20 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 2002ms
rtt min/avg/max/mdev = 0.974/1.006/1.034/0.025 ms
`,
      stderr: '',
      exitCode: 0,
      seconds: 2,
    });
  });

  test('no answer takes as long as it would, and no real time', async () => {
    expect(await says('ping 10.0.1.20')).toEqual({
      stdout: `PING 10.0.1.20 (10.0.1.20) 56(84) bytes of data.

--- 10.0.1.20 ping statistics ---
4 packets transmitted, 0 received, 100% packet loss, time 3036ms

`,
      stderr: '',
      exitCode: 1,
      seconds: 13,
    });
    expect((await says('ping -c 2 -W 2 10.0.1.20')).seconds).toBe(3);
    expect((await says('ping -w 5 10.0.1.20')).stdout).toContain('5 packets transmitted');
  });

  test('names, devices, addresses and the other family', async () => {
    const { stdout } = await says('on web-1 ping -c 1 -q ip-10-0-2-20.ec2.internal');
    expect(stdout).toMatch(/^PING ip-10-0-2-20\.ec2\.internal \(10\.0\.2\.20\) 56\(84\) bytes of data\.\n\n---/);
    expect((await says('on web-1 ping -c 1 -I ens5 10.0.2.20')).stdout).toContain(
      '(10.0.2.20) from 10.0.1.20 ens5: 56(84)',
    );
    expect((await says('on web-1 ping -c 1 -I 10.0.1.20 10.0.2.20')).stdout).toContain('from 10.0.1.20 : 56(84)');
    for (const [line, stderr, exitCode] of [
      ['ping nosuch.example', 'ping: nosuch.example: Name or service not known\n', 2],
      ['on web-1 ping web-1', 'ping: web-1: Name or service not known\n', 2],
      ['ping', 'ping: usage error: Destination address required\n', 1],
      ['on web-1 ping -I eth9 10.0.2.20', 'ping: SO_BINDTODEVICE eth9: No such device\n', 2],
      ['on web-1 ping -I 1.2.3.4 10.0.2.20', 'ping: bind: Cannot assign requested address\n', 2],
      ['on web-1 ping -6 10.0.2.20', 'ping: 10.0.2.20: Address family for hostname not supported\n', 2],
      ['on web-1 ping 2600::1', 'ping: connect: Network is unreachable\n', 2],
      ['ping -c x 10.0.2.20', "ping: invalid argument: 'x'\n", 1],
      ['ping -c 0 10.0.2.20', "ping: invalid argument: '0': out of range: 1 <= value <= 9223372036854775807\n", 1],
      ['ping -f 10.0.2.20', 'ping: This simulator does not model the option -f of ping.\n', 2],
    ] as const)
      expect(await says(line), line).toEqual(error(stderr, exitCode));
  });

  test('what routes takes one off the time to live', async () => {
    expect((await says('on db-1 ping -c 1 1.1.1.1')).stdout).toContain(' ttl=55 ');
    expect((await says('on web-1 ping -c 1 1.1.1.1')).stdout).toContain(' ttl=56 ');
  });
});

describe('nc', () => {
  test('open, closed, filtered', async () => {
    const open = 'Connection to 10.0.2.20 22 port [tcp/ssh] succeeded!\n';
    expect(await says('on web-1 nc -zv 10.0.2.20 22')).toEqual(error(open, 0));
    expect(await says('on web-1 nc -z 10.0.2.20 22')).toEqual(error('', 0));
    expect(await says('on web-1 nc -zv -w 2 10.0.2.20 80-81 ssh')).toEqual(
      error(
        `nc: connect to 10.0.2.20 port 80 (tcp) failed: Connection refused
nc: connect to 10.0.2.20 port 81 (tcp) failed: Connection refused
${open}`,
        0,
      ),
    );
    const filtered = 'nc: connect to 10.0.1.20 port 80 (tcp) ';
    expect(await says('nc -zv -w2 10.0.1.20 80')).toEqual(
      error(`${filtered}timed out: Operation now in progress\n`, 1, 2),
    );
    expect(await says('nc -vz 10.0.1.20 80')).toEqual(error(`${filtered}failed: Connection timed out\n`, 1, 127));
  });

  test('words that are no host, no port, no option', async () => {
    for (const [words, stderr] of [
      ['nosuch.example 80', 'nc: getaddrinfo for host "nosuch.example" port 80: Name or service not known\n'],
      ['10.0.2.20', 'nc: missing port number\n'],
      ['10.0.2.20 xyz', 'nc: port number invalid: xyz\n'],
      ['10.0.2.20 70000', 'nc: port number too large: 70000\n'],
      ['-w x 10.0.2.20 80', 'nc: timeout invalid: x\n'],
      ['-s 1.2.3.4 10.0.2.20 22', 'nc: bind failed: Cannot assign requested address\n'],
    ] as const)
      expect(await says(`on web-1 nc -zv ${words}`), words).toEqual(error(stderr, 1));
  });
});

describe('traceroute', () => {
  test('a NAT gateway shows itself, the internet keeps silent', async () => {
    const { stdout, seconds } = await says('on db-1 traceroute -n www.example.com');
    expect(stdout).toBe(`traceroute to www.example.com (93.184.216.34), 30 hops max, 60 byte packets
 1  10.0.1.100  0.625 ms  0.628 ms  0.608 ms
 2  * * *
 3  * * *
 4  * * *
 5  * * *
 6  * * *
 7  * * *
 8  * * *
 9  * * *
10  93.184.216.34  12.817 ms  14.878 ms  15.032 ms
`);
    expect(seconds).toBe(10);
  });

  test('inside a VPC there is one hop; nobody there is silence to the end; a closed port is an end', async () => {
    expect((await says('on db-1 traceroute 10.0.1.20')).stdout).toMatch(
      /^traceroute to 10\.0\.1\.20 \(10\.0\.1\.20\), 30 hops max, 60 byte packets\n 1 {2}ip-10-0-1-20\.ec2\.internal \(10\.0\.1\.20\)( {2}\d\.\d{3} ms){3}\n$/,
    );
    expect((await says('on db-1 traceroute -nT -p 81 -q 1 10.0.1.20')).stdout).toMatch(
      /\n 1 {2}10\.0\.1\.20 {2}1\.\d{3} ms\n$/,
    );
    expect(await says('on db-1 traceroute -n -m 3 -q 2 -w 1 10.0.9.9')).toEqual({
      stdout: 'traceroute to 10.0.9.9 (10.0.9.9), 3 hops max, 60 byte packets\n 1  * *\n 2  * *\n 3  * *\n',
      stderr: '',
      exitCode: 0,
      seconds: 1,
    });
    expect(await says('traceroute nosuch.example')).toEqual(
      error(
        'nosuch.example: Name or service not known\nCannot handle "host" cmdline arg `nosuch.example\' on position 1 (argc 1)\n',
        2,
      ),
    );
  });
});

test('one line may ask the network 200 times', async () => {
  const before = { bytes: lab.bytes(), shell: lab.shell };
  const { limit, stderr } = await lab.line('cd /tmp; on web-1 nc -z 10.0.2.20 1-201');
  expect({ limit, stderr }).toEqual({
    limit: 'traces',
    stderr: 'patchbay: a line may send 200 times over the network. Nothing of this line was kept.\n',
  });
  expect({ bytes: lab.bytes(), shell: lab.shell }).toEqual(before);
  expect((await says('on web-1 nc -z 10.0.2.20 1-200')).exitCode).toBe(0);
});

test('what is due has happened before anybody sends, and is taken back with its line', async () => {
  const own = new HostLab();
  const { NetworkInterface } = own.call<{ NetworkInterface: { NetworkInterfaceId: string } }>(
    'CreateNetworkInterface',
    { SubnetId: own.privateSubnet, Groups: [own.group], PrivateIpAddress: '10.0.2.50' },
  );
  const { NetworkInterfaceId } = NetworkInterface;
  const { AttachmentId } = own.call<{ AttachmentId: string }>('AttachNetworkInterface', {
    NetworkInterfaceId,
    InstanceId: own.id('db-1'),
    DeviceIndex: 1,
  });
  own.wait(30);
  expect((await own.says('on db-1 hostname -I')).stdout).toBe('10.0.2.20 10.0.2.50 \n');
  expect((await own.says('on web-1 nc -z 10.0.2.50 22')).exitCode).toBe(0);
  own.call('DetachNetworkInterface', { AttachmentId });
  own.wait(60);
  const before = own.bytes();
  expect((await own.line('on web-1 nc -z -w 1 10.0.2.50 1-300')).limit).toBe('traces');
  expect(own.bytes()).toBe(before);
  expect((await own.says('on web-1 nc -z -w 1 10.0.2.50 22')).exitCode).toBe(1);
  expect(own.world.networkInterfaces.get(NetworkInterfaceId)?.Attachment).toBeUndefined();
});
