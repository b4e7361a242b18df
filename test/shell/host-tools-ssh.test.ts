import { describe, expect, test } from 'vitest';
import { completeLine } from '@/lib/shell/complete-line';
import { promptOf } from '@/lib/shell/host/standing';
import { HostLab } from './host-lab';

const error = (stderr: string, exitCode: number, seconds = 0) => ({ stdout: '', stderr, exitCode, seconds });
const prompt = (lab: HostLab) => promptOf(lab.world, lab.shell);

describe('ssh', () => {
  test('moves the shell, hop by hop, and exit comes back', async () => {
    const lab = new HostLab();
    expect(prompt(lab)).toBe('lab$');
    expect((await lab.says('ssh bastion')).stdout).toBe('Last login: Sat Jan 31 09:35:24 2026 from 203.0.113.10\n');
    expect(prompt(lab)).toBe('bastion$');
    expect((await lab.says('hostname; ssh db-1; hostname')).stdout).toBe(
      'ip-10-0-1-10.ec2.internal\nLast login: Sat Jan 31 09:35:24 2026 from 10.0.1.10\nip-10-0-2-20.ec2.internal\n',
    );
    expect(lab.shell.host).toEqual({
      seat: { kind: 'instance', id: lab.id('db-1') },
      user: 'ec2-user',
      address: '10.0.2.20',
      from: { seat: { kind: 'instance', id: lab.id('bastion') }, user: 'ec2-user', address: lab.publicIp('bastion') },
    });
    expect(await lab.says('exit 3')).toEqual({
      stdout: 'logout\n',
      stderr: 'Connection to 10.0.2.20 closed.\n',
      exitCode: 3,
      seconds: 0,
    });
    expect(prompt(lab)).toBe('bastion$');
    await lab.says('(exit 4); bash -c "exit 5"; logout');
    expect(prompt(lab)).toBe('lab$');
    expect('host' in lab.shell).toBe(false);
    expect(await lab.says('exit 6')).toEqual(error('', 6));
  });

  test('runs a command or a script there, and the shell stays', async () => {
    const lab = new HostLab();
    await lab.line('X=outside');
    expect((await lab.says('ssh bastion "hostname | tr a-z A-Z; echo $X"; hostname')).stdout).toBe(
      'IP-10-0-1-10.EC2.INTERNAL\noutside\nlocalhost\n',
    );
    expect((await lab.says("ssh ec2-user@bastion << 'E'\nhostname\nssh db-1 hostname\nE")).stdout).toBe(
      'ip-10-0-1-10.ec2.internal\nip-10-0-2-20.ec2.internal\n',
    );
    expect((await lab.says('ssh bastion false')).exitCode).toBe(1);
    expect((await lab.says('ssh -J bastion db-1 hostname')).stdout).toBe('ip-10-0-2-20.ec2.internal\n');
    expect(prompt(lab)).toBe('lab$');
  });

  test('is a flow like any other', async () => {
    const lab = new HostLab();
    const web = lab.publicIp('web-1');
    const closed =
      'kex_exchange_identification: Connection closed by remote host\nConnection closed by UNKNOWN port 65535\n';
    for (const [line, stderr, seconds] of [
      ['ssh web-1', `ssh: connect to host ${web} port 22: Connection timed out\n`, 127],
      ['ssh -o ConnectTimeout=5 db-1', 'ssh: connect to host 10.0.2.20 port 22: Connection timed out\n', 5],
      ['ssh web-1 -p 80 -l root', `root@${web}: Permission denied (publickey).\n`, 0],
      ['ssh ubuntu@bastion', `ubuntu@${lab.publicIp('bastion')}: Permission denied (publickey).\n`, 0],
      ['ssh nosuch', 'ssh: Could not resolve hostname nosuch: Name or service not known\n', 0],
      ['ssh -p x bastion', "Bad port 'x'\n", 0],
      [
        'ssh -J bastion db-1 -p 2222',
        `channel 0: open failed: connect failed: Connection refused\nstdio forwarding failed\n${closed}`,
        0,
      ],
      [
        'ssh -J web-1 -o ConnectTimeout=5 db-1',
        `ssh: connect to host ${web} port 22: Connection timed out\n${closed}`,
        5,
      ],
    ] as const)
      expect(await lab.says(line), line).toEqual(error(stderr, 255, seconds));
    await lab.line('ssh bastion');
    expect(await lab.says('ssh 10.0.2.20 -p 2222')).toEqual(
      error('ssh: connect to host 10.0.2.20 port 2222: Connection refused\n', 255),
    );
  });

  test('a host that goes takes its shell along', async () => {
    const lab = new HostLab();
    await lab.line('ssh bastion');
    const address = lab.publicIp('bastion');
    const stop = `aws ec2 stop-instances --instance-ids ${lab.id('bastion')}`;
    await lab.line(stop);
    expect(await lab.says('echo gone > gone')).toEqual(
      error(
        `Connection to ${address} closed by remote host.\nConnection to ${address} closed.\npatchbay: the line was not run.\n`,
        255,
      ),
    );
    expect(prompt(lab)).toBe('lab$');
    expect((await lab.says('ls')).stdout).toBe('');
    const own = new HostLab();
    await own.line('ssh bastion');
    await own.line('ssh db-1');
    await own.line(`aws ec2 stop-instances --instance-ids ${own.id('bastion')}`);
    expect((await own.says('hostname')).exitCode).toBe(255);
    expect(prompt(own)).toBe('lab$');
  });
});

describe('on', () => {
  test('runs words as they stand, and one word as a script', async () => {
    const lab = new HostLab();
    expect((await lab.says(`on ${lab.id('db-1')} printf '%s|' 'a  b' "it's" '$X'`)).stdout).toBe("a  b|it's|$X|");
    expect((await lab.says("on db-1 'hostname -s | rev'; echo in | on db-1 cat")).stdout).toBe('02-2-0-01-pi\nin\n');
    expect((await lab.says('on desk-1 hostname')).stdout).toBe('desk-1\n');
    await lab.line('ssh bastion');
    expect((await lab.says('on db-1 hostname; hostname')).stdout).toBe(
      'ip-10-0-2-20.ec2.internal\nip-10-0-1-10.ec2.internal\n',
    );
  });

  test('says which hosts there are, and which do not run', async () => {
    const lab = new HostLab();
    expect(await lab.says('on web-9 hostname')).toEqual(
      error('on: there is no host web-9; there are bastion, web-1, proxy-1, db-1, desk-1\n', 1),
    );
    expect(await lab.says('on web-1')).toEqual(error('usage: on <name or id of a host> <command> [argument ...]\n', 2));
    await lab.line(`aws ec2 stop-instances --instance-ids ${lab.id('web-1')}`);
    expect(await lab.says('on web-1 hostname')).toEqual(error('on: web-1 is stopping: nothing runs on it\n', 1));
    const twin = lab.instance('db-1', lab.privateSubnet, '10.0.2.21', lab.group);
    expect(await lab.says('on db-1 hostname')).toEqual(
      error(`on: several hosts are called db-1: use an id: ${lab.id('db-1')}, ${twin}\n`, 1),
    );
  });
});

test('Tab knows hosts, and what comes after one', () => {
  const lab = new HostLab();
  const complete = (line: string) => completeLine(lab.world, lab.shell, line, line.length);
  expect(complete('on b')).toEqual({ from: 3, candidates: ['bastion'] });
  expect(complete('ssh -A ec2-user@d')).toEqual({ from: 16, candidates: ['db-1', 'desk-1'] });
  expect(complete('on db-1 trace')).toEqual({ from: 8, candidates: ['traceroute', 'traceroute6'] });
  expect(complete('on db-1 aws ec2 describe-vpn-c').candidates).toEqual(['describe-vpn-connections']);
});

test('looking around makes no calls and leaves no mark but the time', async () => {
  const lab = new HostLab();
  const { shell } = lab;
  const result = await lab.line('on web-1 ping -c 1 10.0.2.20; on db-1 curl -s www.example.com; dig www.example.com');
  expect(result).toMatchObject({ calls: [], waited: false, shell });
});
