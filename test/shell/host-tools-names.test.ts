import { expect, test } from 'vitest';
import { HostLab } from './host-lab';

const lab = new HostLab();
const out = async (line: string) => (await lab.says(line)).stdout;

test('dig prints what 9.18 prints', async () => {
  expect(await out('on web-1 dig -x 10.0.2.20')).toBe(`
; <<>> DiG 9.18.49 <<>> -x 10.0.2.20
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 19305
;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 4096
;; QUESTION SECTION:
;20.2.0.10.in-addr.arpa.		IN	PTR

;; ANSWER SECTION:
20.2.0.10.in-addr.arpa.	60	IN	PTR	ip-10-0-2-20.ec2.internal.

;; Query time: 1 msec
;; SERVER: 10.0.0.2#53(10.0.0.2) (UDP)
;; WHEN: Sat Jan 31 09:35:24 UTC 2026
;; MSG SIZE  rcvd: 90

`);
  expect(await out('on web-1 dig +noall +answer www.example.com A')).toBe(
    'www.example.com.\t60\tIN\tA\t93.184.216.34\n',
  );
  expect(await out('on web-1 dig nosuch.example')).toContain('status: NXDOMAIN');
  expect(await out('on web-1 dig AAAA www.example.com')).toContain('status: NOERROR, id: ');
  expect(await out('on web-1 dig +short AAAA www.example.com')).toBe('');
});

test('a name of the VPC is known there; a public one is private inside', async () => {
  const web = lab.publicIp('web-1');
  const name = `ec2-${web.replaceAll('.', '-')}.compute-1.amazonaws.com`;
  expect(await out(`dig +short ${name}; on db-1 dig +short ${name}`)).toBe(`${web}\n10.0.1.20\n`);
  expect(await out('dig +short ip-10-0-1-20.ec2.internal')).toBe('');
  expect(await out('on db-1 dig +short ip-10-0-1-20.ec2.internal')).toBe('10.0.1.20\n');
});

test('a server that nobody reaches does not answer', async () => {
  const tries = ';; communications error to 8.8.8.8#53: timed out\n'.repeat(3);
  expect(await lab.says('on proxy-1 dig +short @8.8.8.8 www.example.com')).toEqual({
    stdout: `${tries};; no servers could be reached\n`,
    stderr: '',
    exitCode: 9,
    seconds: 15,
  });
  expect(await out('on web-1 dig +short @8.8.8.8 www.example.com')).toBe('93.184.216.34\n');
});

test('a host without a name server says so at once', async () => {
  const tries = (times: number) => ';; communications error to 10.0.2.20#53: connection refused\n'.repeat(times);
  const end = ';; no servers could be reached\n';
  const refused = (stdout: string, exitCode: number) => ({ stdout, stderr: '', exitCode, seconds: 0 });
  expect(await lab.says('on web-1 dig +short @10.0.2.20 x.test')).toEqual(refused(tries(3) + end, 9));
  expect(await lab.says('on web-1 host x.test 10.0.2.20')).toEqual(refused(tries(2) + end, 1));
  expect(await lab.says('on web-1 nslookup x.test 10.0.2.20')).toEqual(refused(`${tries(3)}${end}\n`, 1));
});

test('without DNS support nothing has a name', async () => {
  const own = new HostLab();
  own.call('ModifyVpcAttribute', { VpcId: own.vpcId, EnableDnsSupport: { Value: false } });
  expect(await own.says('on web-1 ping www.example.com')).toMatchObject({
    stderr: 'ping: www.example.com: Temporary failure in name resolution\n',
    exitCode: 2,
  });
  expect(await own.says('on web-1 dig +short www.example.com')).toMatchObject({ exitCode: 9, seconds: 15 });
});

test('host and nslookup', async () => {
  expect(await out('on db-1 host www.example.com; on db-1 host 10.0.1.20; on db-1 host nosuch.example')).toBe(
    `www.example.com has address 93.184.216.34
20.1.0.10.in-addr.arpa domain name pointer ip-10-0-1-20.ec2.internal.
Host nosuch.example not found: 3(NXDOMAIN)
`,
  );
  expect(await out('on db-1 nslookup www.example.com; on db-1 nslookup 10.0.1.20')).toBe(
    `Server:\t\t10.0.0.2
Address:\t10.0.0.2#53

Non-authoritative answer:
Name:\twww.example.com
Address: 93.184.216.34

20.1.0.10.in-addr.arpa\tname = ip-10-0-1-20.ec2.internal.

Authoritative answers can be found from:

`,
  );
});

test('ip shows a host with two interfaces as Amazon Linux sets it up', async () => {
  const own = new HostLab();
  const { NetworkInterface: eni } = own.call<{ NetworkInterface: { NetworkInterfaceId: string; MacAddress: string } }>(
    'CreateNetworkInterface',
    { SubnetId: own.privateSubnet, Groups: [own.group], PrivateIpAddress: '10.0.2.50' },
  );
  const { NetworkInterfaceId } = eni;
  own.call('AttachNetworkInterface', { NetworkInterfaceId, InstanceId: own.id('db-1'), DeviceIndex: 1 });
  own.call('AssignPrivateIpAddresses', { NetworkInterfaceId, PrivateIpAddresses: ['10.0.2.51'] });
  own.wait(10);
  await own.line('ssh -J bastion db-1');
  expect((await own.says('ip -4 addr show ens6')).stdout).toBe(
    `3: ens6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 9001 qdisc mq state UP group default qlen 1000
    altname enp0s6
    altname ${NetworkInterfaceId}
    altname device-number-1.0
    inet 10.0.2.50/24 metric 522 brd 10.0.2.255 scope global dynamic ens6
       valid_lft 3591sec preferred_lft 3591sec
    inet 10.0.2.51/32 scope global ens6
       valid_lft forever preferred_lft forever
`,
  );
  expect((await own.says('ip link show ens6')).stdout).toContain(
    `    link/ether ${eni.MacAddress} brd ff:ff:ff:ff:ff:ff\n`,
  );
  expect((await own.says('ip route; ip route show table 10001')).stdout).toBe(
    `default via 10.0.2.1 dev ens5 proto dhcp src 10.0.2.20 metric 512 
default via 10.0.2.1 dev ens6 proto dhcp src 10.0.2.50 metric 522 
10.0.0.2 via 10.0.2.1 dev ens5 proto dhcp src 10.0.2.20 metric 512 
10.0.2.0/24 dev ens5 proto kernel scope link src 10.0.2.20 metric 512 
10.0.2.1 dev ens5 proto dhcp scope link src 10.0.2.20 metric 512 
10.0.0.2 via 10.0.2.1 dev ens6 proto dhcp src 10.0.2.50 metric 522 
10.0.2.0/24 dev ens6 proto kernel scope link src 10.0.2.50 metric 522 
10.0.2.1 dev ens6 proto dhcp scope link src 10.0.2.50 metric 522 
default via 10.0.2.1 dev ens6 proto dhcp src 10.0.2.50 metric 522 
10.0.2.0/24 dev ens6 proto kernel scope link src 10.0.2.50 metric 522 
10.0.2.1 dev ens6 proto dhcp scope link src 10.0.2.50 metric 522 
`,
  );
  expect((await own.says('ip rule')).stdout).toBe(
    '0:\tfrom all lookup local\n10001:\tfrom 10.0.2.50 lookup 10001 proto static\n10001:\tfrom 10.0.2.51 lookup 10001 proto static\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n',
  );
  for (const [line, stderr, exitCode] of [
    ['ip foo', 'Object "foo" is unknown, try "ip help".\n', 1],
    ['ip addr show nosuch', 'Device "nosuch" does not exist.\n', 1],
    ['ip route add 10.9.0.0/16 via 10.0.2.1', 'RTNETLINK answers: Operation not permitted\n', 2],
    ['ip route get 2600::1', 'RTNETLINK answers: Network is unreachable\n', 2],
  ] as const)
    expect(await own.says(line), line).toMatchObject({ stderr, exitCode });
  expect((await own.says('ip route get 10.0.2.99; ip route get 1.1.1.1')).stdout).toBe(
    '10.0.2.99 dev ens5 src 10.0.2.20 uid 1000 \n    cache \n1.1.1.1 via 10.0.2.1 dev ens5 src 10.0.2.20 uid 1000 \n    cache \n',
  );
});
