import { describe, expect, test } from 'vitest';
import { HostLab } from './host-lab';

const lab = new HostLab();
const says = (line: string) => lab.says(line);
const error = (stderr: string, exitCode: number, seconds = 0) => ({ stdout: '', stderr, exitCode, seconds });
const page = (name: string, from: string) =>
  `<html>\n<head><title>${name}</title></head>\n<body>\n<h1>${name}</h1>\n<p>You come from ${from}.</p>\n</body>\n</html>\n`;

describe('curl', () => {
  test('a page names its host and the address that it sees', async () => {
    const ok = (stdout: string) => ({ stdout, stderr: '', exitCode: 0, seconds: 0 });
    expect(await says(`curl http://${lab.publicIp('web-1')}/`)).toEqual(ok(page('web-1', '203.0.113.10')));
    expect(await says('on bastion curl -s 10.0.1.20')).toEqual(ok(page('web-1', '10.0.1.10')));
    const nat = lab.world.addresses.list()[0]?.PublicIp ?? '';
    expect(await says('on db-1 curl https://www.example.com')).toEqual(ok(page('www.example.com', nat)));
    expect(await says('on web-1 curl localhost')).toEqual(ok(page('web-1', '127.0.0.1')));
    // Names that every lab has.
    expect(await says('on db-1 curl https://example.com')).toEqual(ok(page('example.com', nat)));
    expect(await says('curl https://example.com')).toEqual(ok(page('example.com', '203.0.113.10')));
    expect(await says('on bastion curl http://10.0.1.30:8080')).toEqual(ok(page('web-1', '10.0.1.30')));
  });

  test('headers, files, status', async () => {
    expect((await says('on bastion curl -sI 10.0.1.20')).stdout).toMatch(
      /^HTTP\/1\.1 200 OK\r\nDate: Sat, 31 Jan 2026 [\d:]{8} GMT\r\nContent-Type: text\/html\r\nContent-Length: \d+\r\n\r\n$/,
    );
    expect(
      (await lab.line("on bastion curl -so page -w '%{http_code}\\n' 10.0.1.20; wc -l < page; rm page")).stdout,
    ).toBe('200\n7\n');
    expect((await says('on bastion curl -v 10.0.1.20:81')).stderr).toBe(`*   Trying 10.0.1.20:81...
* connect to 10.0.1.20 port 81 failed: Connection refused
* Failed to connect to 10.0.1.20 port 81 after 0 ms: Couldn't connect to server
* Closing connection 0
curl: (7) Failed to connect to 10.0.1.20 port 81 after 0 ms: Couldn't connect to server
`);
  });

  test('what does not come to a page', async () => {
    const target = lab.publicIp('bastion');
    for (const [line, stderr, exitCode, seconds] of [
      [`curl -m 3 ${target}`, 'curl: (28) Connection timed out after 3001 milliseconds\n', 28, 3],
      [
        `curl --connect-timeout 5 ${target}`,
        `curl: (28) Failed to connect to ${target} port 80 after 5001 ms: Timeout was reached\n`,
        28,
        5,
      ],
      [
        `curl ${target}`,
        `curl: (28) Failed to connect to ${target} port 80 after 127001 ms: Couldn't connect to server\n`,
        28,
        127,
      ],
      [`curl -s -m 1 ${target}`, '', 28, 1],
      ['curl nosuch.example', 'curl: (6) Could not resolve host: nosuch.example\n', 6, 0],
      ['curl -6 10.0.1.20', "curl: (7) Couldn't connect to server\n", 7, 0],
      ['on bastion curl 10.0.2.20:22', 'curl: (1) Received HTTP/0.9 when not allowed\n', 1, 0],
      ['on bastion curl 10.0.2.20:5432', 'curl: (52) Empty reply from server\n', 52, 0],
      [
        'on bastion curl --interface 1.2.3.4 10.0.1.20',
        'curl: (45) bind failed with errno 99: Cannot assign requested address\n',
        45,
        0,
      ],
      ['on bastion curl --interface eth9 10.0.1.20', "curl: (45) Couldn't bind to 'eth9'\n", 45, 0],
      ['curl http://', 'curl: (3) URL using bad/illegal format or missing URL\n', 3, 0],
      [
        'curl --nosuch',
        "curl: option --nosuch: is unknown\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
        2,
        0,
      ],
    ] as const)
      expect(await says(line), line).toEqual(error(stderr, exitCode, seconds));
  });

  test('a proxy that reaches nobody says so itself', async () => {
    const own = new HostLab();
    await own.line(`aws ec2 stop-instances --instance-ids ${own.id('web-1')}; sleep 60`);
    const { stdout, exitCode } = await own.says('on bastion curl -i 10.0.1.30:8080');
    expect(stdout).toMatch(/^HTTP\/1\.1 504 Gateway Time-out\r\n/);
    expect(exitCode).toBe(0);
    expect((await own.says('on bastion curl -f -s -S 10.0.1.30:8080')).stderr).toBe(
      'curl: (22) The requested URL returned error: 504\n',
    );
  });
});

describe('the metadata service', () => {
  const base = 'http://169.254.169.254/latest';
  const token = `$(curl -s -X PUT ${base}/api/token -H "X-aws-ec2-metadata-token-ttl-seconds: 60")`;
  const get = (path: string) => `on web-1 'curl -s -H "X-aws-ec2-metadata-token: ${token}" ${base}/${path}'`;

  test('answers what the account knows of the instance', async () => {
    const eni = lab.world.networkInterfaces.first('InstanceId', lab.id('web-1'));
    const mac = eni?.MacAddress;
    for (const [path, value] of [
      ['meta-data/instance-id', lab.id('web-1')],
      ['meta-data/local-ipv4', '10.0.1.20'],
      ['meta-data/public-ipv4', lab.publicIp('web-1')],
      ['meta-data/hostname', 'ip-10-0-1-20.ec2.internal'],
      ['meta-data/placement/availability-zone', 'us-east-1a'],
      ['meta-data/network/interfaces/macs/', `${mac}/`],
      [`meta-data/network/interfaces/macs/${mac}/interface-id`, eni?.NetworkInterfaceId],
      [`meta-data/network/interfaces/macs/${mac}/subnet-ipv4-cidr-block`, '10.0.1.0/24'],
      [`meta-data/network/interfaces/macs/${mac}/vpc-ipv4-cidr-blocks`, '10.0.0.0/16'],
      [`meta-data/network/interfaces/macs/${mac}/ipv4-associations/${lab.publicIp('web-1')}`, '10.0.1.20'],
      [`meta-data/network/interfaces/macs/${mac}/security-groups`, 'web'],
    ] as const)
      expect((await says(get(path))).stdout, path).toBe(value);
    expect((await says(get('meta-data/'))).stdout.split('\n')).toContain('network/');
    expect((await says(get('meta-data/nosuch'))).stdout).toContain('<title>404 - Not Found</title>');
  });

  test('wants a token where the options say so, for as long as it lives', async () => {
    const own = new HostLab();
    const asks = `curl -s -o /dev/null -w '%{http_code}' ${base}/meta-data/mac`;
    const status = async (line: string) => (await own.line(line)).stdout;
    await own.line('ssh bastion');
    expect(await status(asks)).toBe('401');
    await own.line(`T=${token}`);
    const asksWith = `${asks} -H "X-aws-ec2-metadata-token: $T"`;
    expect(await status(asksWith)).toBe('200');
    expect(await status(`sleep 61; ${asksWith}`)).toBe('401');
    expect(await status(`on db-1 curl -s -o /dev/null -w '%{http_code}' -X PUT ${base}/api/token`)).toBe('400');
    const modify = `aws ec2 modify-instance-metadata-options --instance-id ${own.id('bastion')}`;
    await own.line(`${modify} --http-tokens optional; sleep 60`);
    expect(await status(asks)).toBe('200');
    await own.line(`${modify} --http-endpoint disabled; sleep 60`);
    expect(await status(asks)).toBe('403');
  });
});
