import { getCommandNames } from 'just-bash';
import { describe, expect, test } from 'vitest';
import { execute } from '@/lib/engine/execute';
import { fromJson, setTime, toJson } from '@/lib/engine/world';
import { programs } from '@/lib/shell/commands';
import { runLine } from '@/lib/shell/run-line';
import { began } from '../build/account';
import { Terminal } from './terminal';

const makeSubnet = `aws ec2 create-subnet --vpc-id $VPC --cidr-block 172.31.200.0/24 --query Subnet.SubnetId --output text`;

async function terminal(): Promise<Terminal> {
  const terminal = new Terminal();
  await terminal.line(`VPC=${terminal.defaultVpcId}`);
  return terminal;
}

describe('bash around aws', () => {
  test('variables last from line to line, and what unset took away does not', async () => {
    const t = await terminal();
    await t.line(`SUBNET=$(${makeSubnet})`);
    expect(await t.out('echo $SUBNET')).toMatch(/^subnet-0[0-9a-f]{16}\n$/);
    await t.line('unset SUBNET; export A="two words"');
    expect(await t.out('echo "[$SUBNET] $A"; bash -c \'echo "$A"\'')).toBe('[] two words\ntwo words\n');
  });

  test('pipes, jq, grep, loops, conditions and functions of one line work', async () => {
    const t = await terminal();
    expect(await t.out('aws ec2 describe-vpcs | jq -r ".Vpcs[].CidrBlock"')).toBe('172.31.0.0/16\n');
    expect(await t.out('aws ec2 describe-subnets | grep -c SubnetId\\"')).toBe('6\n');
    const loop = `for net in 200 201; do aws ec2 create-subnet --vpc-id $VPC --cidr-block 172.31.$net.0/24 > /dev/null; done`;
    const { calls } = await t.line(loop);
    expect(calls.map((call) => call.operation)).toEqual(['CreateSubnet', 'CreateSubnet']);
    expect(
      await t.out(
        'count() { aws ec2 describe-subnets --query "length(Subnets)"; }; if [ $(count) = 8 ]; then echo yes; fi',
      ),
    ).toBe('yes\n');
  });

  test.each([
    ['X=1 && echo "$X"', '1\n'],
    ['RC=$?; echo "$RC $?"', '254 0\n'],
    ['false; X=1; echo $?', '0\n'],
    ['false; X=CommandSubstitution; echo $?', '0\n'],
    ['X=$(false); echo $?', '1\n'],
    ['X=$(true)$(false)y Z=1; echo "$? $X $Z"', '1 y 1\n'],
    ['false; A=(1 2) B+=x; echo "$? $A $B"', '0 1 x\n'],
    ['X=5 bash -c \'echo "$X"\'; echo "[$X]"', '5\n[]\n'],
    ['if false; then :; elif X=1; then echo "$X"; fi', '1\n'],
    ['f() { false; X=2; }; f && echo "$X"', '2\n'],
    ['X=$RANDOM && [ -n "$X" ] && echo yes', 'yes\n'],
  ])('%s leaves in $? what bash does', async (line, out) => {
    const t = await terminal();
    expect((await runLine(t.world, t.shell, line, { lastExitCode: 254 })).stdout).toBe(out);
  });

  test('a refusal has exit code 254, which the next line can still ask for', async () => {
    const t = await terminal();
    const refused = await t.line('aws ec2 delete-subnet --subnet-id subnet-0123456789abcdef0');
    expect(refused.exitCode).toBe(254);
    expect(refused.stderr).toContain(
      'An error occurred (InvalidSubnetID.NotFound) when calling the DeleteSubnet operation',
    );
    const next = await runLine(t.world, t.shell, 'echo $?', { lastExitCode: refused.exitCode });
    expect(next.stdout).toBe('254\n');
    expect(next.shell).toEqual(t.shell);
    expect((await t.line('aws ec2 delete-subnet --subnet-id subnet-0123456789abcdef0 || echo refused')).stdout).toBe(
      'refused\n',
    );
  });

  test('aws sees the variables and files of the shell, and nothing of the server', async () => {
    const t = await terminal();
    await t.line('export AWS_DEFAULT_OUTPUT=text; echo "{ \\"VpcIds\\": [\\"$VPC\\"] }" > vpc.json');
    const ask = 'aws ec2 describe-vpcs --query "Vpcs[].CidrBlock" --cli-input-json';
    expect(await t.out(`${ask} file://vpc.json`)).toBe('172.31.0.0/16\n');
    expect((await t.line(`${ask} file://${process.cwd()}/package.json`)).stderr).toContain('No such file or directory');
  });

  test('half a quote is refused by bash and changes nothing', async () => {
    const t = await terminal();
    const { world, shell } = { world: t.bytes(), shell: t.shell };
    const result = await t.line('aws ec2 create-subnet --vpc-id "$VPC');
    expect(result).toMatchObject({ exitCode: 2, stdout: '', calls: [] });
    expect(result.stderr).toBe('bash: line 1: unexpected EOF while looking for matching `"\'\n');
    expect(t.bytes()).toBe(world);
    expect(t.shell).toEqual(shell);
  });

  test('there is no other language, and nothing of the server is in reach', async () => {
    const t = await terminal();
    for (const command of ['wget', 'node', 'js-exec', 'python3', 'sqlite3', 'timeout', 'tar']) {
      expect(await t.line(`${command} x`)).toMatchObject({
        exitCode: 127,
        stderr: `bash: ${command}: command not found\n`,
      });
    }
    expect((await t.line('cat /etc/passwd')).exitCode).toBe(1);
    expect(await t.out('env')).not.toContain(process.cwd());
  });

  test('a bug is thrown as what it is, and the line is taken back', async () => {
    const t = await terminal();
    const before = t.bytes();
    const line = `${makeSubnet}; aws ec2 describe-subnets || true`;
    t.world.subnets.list = () => {
      throw new Error('a bug');
    };
    await expect(t.line(line)).rejects.toThrow('a bug');
    delete (t.world.subnets as { list?: unknown }).list;
    expect(t.bytes()).toBe(before);
  });
});

describe('what the log keeps', () => {
  test('accepted changes and refusals, each with its time, and no reads', async () => {
    const t = await terminal();
    const { calls, now } = await t.line(
      `S=$(${makeSubnet}); aws ec2 describe-subnets > /dev/null; aws ec2 delete-subnet --subnet-id $S; aws ec2 delete-subnet --subnet-id $S`,
    );
    const SubnetId = t.shell.env.S;
    expect(calls).toEqual([
      {
        operation: 'CreateSubnet',
        input: { VpcId: t.defaultVpcId, CidrBlock: '172.31.200.0/24' },
        at: began + 1000,
        ok: true,
      },
      { operation: 'DeleteSubnet', input: { SubnetId }, at: began + 3000, ok: true },
      { operation: 'DeleteSubnet', input: { SubnetId }, at: began + 4000, ok: false, code: 'InvalidSubnetID.NotFound' },
    ]);
    expect(now).toBe(began + 4000);
  });

  test('its calls, made again at their times, lead to the same world', async () => {
    const t = await terminal();
    const copy = fromJson(toJson(t.world));
    const { calls, now } = await t.line(
      `S=$(${makeSubnet}); sleep 20; aws ec2 create-network-interface --subnet-id $S; aws ec2 delete-vpc --vpc-id vpc-0123456789abcdef0`,
    );
    for (const { operation, input, at } of calls) {
      setTime(copy, at);
      execute(copy, { operation, input });
    }
    setTime(copy, now);
    expect(toJson(copy)).toEqual(toJson(t.world));
  });

  test('a line that reads and sets nothing leaves the shell as it was', async () => {
    const t = await terminal();
    await t.line('cd /tmp; echo x > file; A=1');
    for (const read of [
      'aws ec2 describe-vpcs',
      'ls -la',
      'echo $A | cat',
      'false',
      'true; pwd',
      '',
      '# nothing',
      'help',
    ]) {
      const before = t.shell;
      expect((await t.line(read)).shell).toEqual(before);
    }
  });
});

describe('simulated time', () => {
  test('a line says whether it waited', async () => {
    const t = await terminal();
    for (const [line, waited] of [
      ['sleep 5', true],
      ['aws ec2 describe-vpcs | jq . && sleep 0.5', true],
      ['aws ec2 describe-vpcs; sleep 0; A=1', false],
      ['aws ec2 wait vpc-available', false],
    ] as const)
      expect((await t.line(line)).waited, line).toBe(waited);
    const run = 'aws ec2 run-instances --instance-type t3.micro --image-id';
    const image = '$(aws ec2 describe-images --query "Images[0].ImageId" --output text)';
    await t.out(`${run} ${image}`);
    expect((await t.line('aws ec2 wait instance-running')).waited).toBe(true);
  });

  test('sleep, date and $SECONDS go by it, and a call takes a second', async () => {
    const t = await terminal();
    expect(
      await t.out('date -u +%FT%TZ; sleep 1m 0.5s; aws ec2 describe-vpcs > /dev/null; date -u +%FT%TZ; echo $SECONDS'),
    ).toBe('2026-01-31T09:30:00Z\n2026-01-31T09:31:01Z\n61\n');
    expect(await t.out('date')).toBe('Sat Jan 31 09:31:01 UTC 2026\n');
    await t.line('SECONDS=5; sleep 10');
    expect(await t.out('sleep 1; echo $SECONDS')).toBe('16\n');
    expect(await t.out('touch file; ls -l --full-time file 2>/dev/null || ls -l file')).toContain('Jan 31  2026');
  });

  test('a time that is not now is not modelled, nonsense is refused', async () => {
    const t = await terminal();
    expect(await t.line('date -d yesterday')).toMatchObject({
      exitCode: 1,
      stderr: 'date: This simulator does not model the option -d of date.\n',
    });
    expect(await t.line('sleep soon')).toMatchObject({ exitCode: 1, stderr: "sleep: invalid time interval 'soon'\n" });
    const before = await t.out('date +%Y');
    expect(await t.line('sleep 99999999999999999999d')).toMatchObject({
      exitCode: 1,
      stderr: 'sleep: at most a day (86400 seconds) at a time here\n',
    });
    expect(await t.out('date +%Y')).toBe(before);
  });

  test('$RANDOM is drawn from the seed: the same again in the same world, new each time it is asked', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash, not JavaScript.
    const line = 'echo $RANDOM "${RANDOM}" $((RANDOM)) $(($RANDOM)) $((${RANDOM})) `echo $RANDOM` $((RANDOM * $ONE))';
    const [a, b] = [await terminal(), await terminal()];
    for (const t of [a, b]) await t.line('ONE=1');
    const first = await a.out(line);
    expect(await b.out(line)).toBe(first);
    const numbers = `${first.trim()} ${(await a.out(line)).trim()}`.split(' ');
    expect(new Set(numbers).size).toBe(14);
    for (const number of numbers) expect(Number(number)).toBeLessThan(32_768);
    expect(await new Terminal({ seed: 'another' }).out(line)).not.toBe(first);
  });
});

test('help is ours and says what lasts', async () => {
  const t = await terminal();
  expect(await t.out('help')).toContain('These do not: functions, arrays, aliases');
  expect(await t.out('bash -c help | head -1')).toBe(
    'This is bash with the AWS command line, on an account that is simulated.\n',
  );
});

test('every program that the shell offers is there', () => {
  expect(programs.filter((name) => !getCommandNames().includes(name))).toEqual([]);
});
