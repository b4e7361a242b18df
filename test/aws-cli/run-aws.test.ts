import { beforeEach, describe, expect, test } from 'vitest';
import { Program } from './program';

const usage = `
usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help

`;

let aws: Program;
beforeEach(() => {
  aws = new Program();
});

describe('a call', () => {
  test('prints what the account answers, and a refusal in AWS’s words', async () => {
    const subnet = await aws.print(
      `ec2 create-subnet --vpc-id ${aws.account.defaultVpcId} --cidr-block 172.31.96.0/24 --query Subnet.[SubnetId,State] --output text`,
    );
    expect(subnet).toMatch(/^subnet-[0-9a-f]{17}\tavailable\n$/);
    expect(await aws.fail('ec2 delete-subnet --subnet-id subnet-1')).toEqual([
      "\nAn error occurred (InvalidSubnetID.NotFound) when calling the DeleteSubnet operation: The subnet ID 'subnet-1' does not exist\n",
      254,
    ]);
    expect(await aws.print(`ec2 delete-subnet --subnet-id ${subnet.split('\t')[0]}`)).toBe('');
  });

  test('DryRun is refused as AWS refuses it', async () => {
    expect(await aws.fail('ec2 describe-vpcs --dry-run')).toEqual([
      '\nAn error occurred (DryRunOperation) when calling the DescribeVpcs operation: Request would have succeeded, but DryRun flag is set.\n',
      254,
    ]);
  });

  test('--debug shows the call on stderr and nothing else', async () => {
    const { stdout, stderr } = await aws.run('ec2 describe-vpcs --debug --query length(Vpcs)');
    expect([stdout, stderr]).toEqual(['1\n', 'DEBUG: DescribeVpcs {}\n']);
  });

  test('times are shown as version 2 shows them', async () => {
    const image = await aws.print('ec2 describe-images --owners amazon --query Images[0].ImageId --output text');
    const launched = await aws.print(
      `ec2 run-instances --image-id ${image.trim()} --instance-type t3.micro --query Instances[0].LaunchTime --output text`,
    );
    expect(launched).toBe('2026-01-31T09:30:02+00:00\n');
  });

  test('pages are put together, and --max-items says where to go on', async () => {
    const all = JSON.parse(await aws.print('ec2 describe-subnets --query Subnets[].SubnetId'));
    expect(all).toHaveLength(6);
    aws.calls.length = 0;
    expect(JSON.parse(await aws.print('ec2 describe-subnets --page-size 5 --query Subnets[].SubnetId'))).toEqual(all);
    expect(aws.calls.map(({ input }) => Object.keys(input))).toEqual([['MaxResults'], ['MaxResults', 'NextToken']]);
    const first = JSON.parse(await aws.print('ec2 describe-subnets --max-items 4 --page-size 5'));
    expect(first.Subnets).toHaveLength(4);
    const rest = await aws.print(`ec2 describe-subnets --starting-token ${first.NextToken} --query Subnets[].SubnetId`);
    expect(JSON.parse(rest)).toEqual(all.slice(4));
  });

  test('the width of the shell’s terminal decides how a table is laid', async () => {
    const narrow = await aws.print('ec2 describe-vpcs --output table');
    expect(narrow).toContain('||  VpcId ');
    aws.env.set('COLUMNS', '300');
    const wide = await aws.print('ec2 describe-vpcs --output table');
    expect(Math.max(...wide.split('\n').map((line) => line.length))).toBeGreaterThan(80);
  });
});

describe('options of the program', () => {
  test('the shell’s variables are heard, and options go before them', async () => {
    aws.env.set('AWS_DEFAULT_OUTPUT', 'text');
    expect(await aws.print('ec2 describe-vpcs --query Vpcs[].IsDefault')).toBe('True\n');
    expect(await aws.print('--output json ec2 describe-vpcs --query Vpcs[].IsDefault')).toBe('[\n    true\n]\n');
    aws.env.set('AWS_DEFAULT_OUTPUT', 'xml');
    expect(await aws.fail('ec2 describe-vpcs')).toEqual(['\nUnknown output type: xml\n', 255]);
  });

  test('another Region is not modelled, one that is none has no endpoint', async () => {
    expect(await aws.print('ec2 describe-vpcs --region us-east-1 --query Vpcs[].IsDefault --output text')).toBe(
      'True\n',
    );
    const notHere =
      '\nThis simulator does not model more than one Region; this account lies in us-east-1, not in eu-west-1.\n';
    expect(await aws.fail('ec2 describe-vpcs --region eu-west-1')).toEqual([notHere, 254]);
    aws.env.set('AWS_REGION', 'eu-west-1');
    expect(await aws.fail('ec2 describe-vpcs')).toEqual([notHere, 254]);
    expect(await aws.fail('ec2 wait vpc-available')).toEqual([notHere, 254]);
    expect(await aws.fail('ec2 describe-vpcs --region us-east-1a')).toEqual([
      '\nCould not connect to the endpoint URL: "https://ec2.us-east-1a.amazonaws.com/"\n',
      255,
    ]);
    expect(aws.calls).toHaveLength(1);
  });

  test('there is one profile', async () => {
    expect(await aws.print('ec2 describe-vpcs --profile default --query length(Vpcs)')).toBe('1\n');
    aws.env.set('AWS_PROFILE', 'work');
    expect(await aws.fail('ec2 describe-vpcs')).toEqual(['\nThe config profile (work) could not be found\n', 255]);
  });

  test.each([
    ['--endpoint-url http://localhost', 'the option --endpoint-url'],
    ['--no-sign-request', 'the option --no-sign-request'],
    ['--cli-auto-prompt', 'the option --cli-auto-prompt'],
    ['--color on', 'coloured output'],
    ['--cli-input-yaml x', 'the option --cli-input-yaml'],
    ['--generate-cli-skeleton output', 'the option --generate-cli-skeleton output'],
  ])('%s is not modelled, and says so', async (option, what) => {
    expect(await aws.fail(`ec2 describe-vpcs ${option}`)).toEqual([`\nThis simulator does not model ${what}.\n`, 254]);
    expect(aws.calls).toEqual([]);
  });

  test('a bad endpoint is refused as the CLI does', async () => {
    expect(await aws.fail('ec2 describe-vpcs --endpoint-url localhost')).toEqual([
      '\nBad value for --endpoint-url "localhost": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/\n',
      252,
    ]);
  });

  test('--version', async () => {
    expect(await aws.print('--version')).toMatch(/^aws-cli\/2\.\d+\.\d+ \S+ \S+ \S+ prompt\/off\n$/);
  });
});

describe('answers with more than one list', () => {
  const services = 'ec2 describe-vpc-endpoint-services';

  test('the rows that are counted come first, and the others are whole', async () => {
    const { ServiceDetails, ServiceNames, NextToken } = JSON.parse(await aws.print(`${services} --max-items 2`));
    expect(ServiceDetails).toHaveLength(2);
    expect(ServiceNames.length).toBeGreaterThan(2);
    const all = JSON.parse(await aws.print(services));
    const rest = JSON.parse(await aws.print(`${services} --starting-token ${NextToken}`));
    expect([...ServiceDetails, ...rest.ServiceDetails]).toEqual(all.ServiceDetails);
    expect(ServiceNames).toEqual(all.ServiceNames);
    expect(rest.ServiceNames).toEqual([]);
  });

  test('a stream shows each answer as it came', async () => {
    const pages = await aws.print('ec2 describe-subnets --page-size 5 --output yaml-stream --query length(Subnets)');
    expect(pages).toBe('- 5\n- 1\n');
  });

  test('pages that the CLI does not put together', async () => {
    expect((await aws.fail('ec2 describe-traffic-mirror-filter-rules --max-items 5'))[0]).toContain(
      'Unknown options: --max-items, 5',
    );
  });
});

describe('values that the CLI looks at', () => {
  test('a number below its least', async () => {
    for (const option of ['--max-results', '--page-size']) {
      expect(await aws.fail(`ec2 describe-vpcs ${option} 4`)).toEqual([
        '\nParameter validation failed:\nInvalid value for parameter MaxResults, value: 4, valid min value: 5\n',
        252,
      ]);
    }
    expect(aws.calls).toEqual([]);
  });

  test.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31T10:00:00+02:00', '2026-01-31T08:00:00.000Z'],
    ['1798761600', '2027-01-01T00:00:00.000Z'],
  ])('the time %s', async (given, instant) => {
    await aws.print(`ec2 describe-network-insights-analyses --analysis-start-time ${given}`);
    expect(aws.calls.map(({ input }) => input)).toEqual([{ AnalysisStartTime: instant }]);
  });

  test.each(['yesterday', '2026-02-30x', '2026-13-01'])('%s is no time', async (given) => {
    expect(await aws.fail(`ec2 describe-network-insights-analyses --analysis-start-time ${given}`)).toEqual([
      `\nParameter validation failed:\nInvalid type for parameter AnalysisStartTime, value: ${given}, type: <class 'str'>, valid types: <class 'datetime.datetime'>, timestamp-string\n`,
      252,
    ]);
  });
});

describe('words that are no command', () => {
  test('an operation that AWS has and we lack', async () => {
    expect(await aws.fail('ec2 create-carrier-gateway --foo')).toEqual([
      '\nThis simulator does not model the operation CreateCarrierGateway.\n',
      254,
    ]);
    expect(await aws.fail('ec2 wait volume-available')).toEqual([
      '\nThis simulator does not model the waiter volume-available.\n',
      254,
    ]);
  });

  test('a parameter that AWS has and we lack is refused by the engine, whatever its type', async () => {
    for (const words of [
      '--ipv4-ipam-pool-id',
      '--no-ipv6-ipam-pool-id',
      '--outpost-arn a',
      '--ipv4-netmask-length a b',
    ]) {
      const [stderr, exitCode] = await aws.fail(`ec2 create-subnet --vpc-id a --cidr-block b ${words}`);
      expect(stderr).toMatch(
        /^\nThis simulator does not model the parameter (Ipv4IpamPoolId|Ipv6IpamPoolId|OutpostArn|Ipv4NetmaskLength)\.\n$/,
      );
      expect(exitCode).toBe(254);
    }
  });

  test('another service, and configure', async () => {
    expect(await aws.fail('s3 ls')).toEqual([
      "\nThis simulator does not model the service s3; of AWS's services it has ec2.\n",
      254,
    ]);
    expect(await aws.fail('configure')).toEqual([
      '\nThis simulator does not model aws configure; the account, its Region and its credentials are set up already.\n',
      254,
    ]);
  });

  test('a misspelt operation: all there are in two columns, and what may be meant', async () => {
    const [stderr, exitCode] = await aws.fail('ec2 describe-vpc');
    expect(exitCode).toBe(252);
    expect(
      stderr.startsWith(`${usage}aws: error: argument operation: Invalid choice, valid choices are:\n\naccept-`),
    ).toBe(true);
    expect(stderr).toContain(`\ncreate-vpc-endpoint${' '.repeat(21)} | create-vpc-endpoint-connection-notification\n`);
    expect(stderr.endsWith("\n\n\nInvalid choice: 'describe-vpc', maybe you meant:\n\n  * describe-vpcs\n\n")).toBe(
      true,
    );
  });

  test('a misspelt service and a misspelt waiter', async () => {
    const [service] = await aws.fail('ec describe-vpcs');
    expect(service).toMatch(/\n\n\nInvalid choice: 'ec', maybe you meant:\n\n {2}\* ecs\n {2}\* ecr\n {2}\* ec2\n\n$/);
    const [waiter] = await aws.fail('ec2 wait vpc-exist');
    expect(waiter).toContain('aws: error: argument subcommand: Invalid choice, valid choices are:\n\nbundle-task');
    expect(waiter).toMatch(/maybe you meant:\n\n {2}\* vpc-exists\n\n$/);
    const [nothing] = await aws.fail('ec2 zzz');
    expect(nothing).toMatch(/\nhelp {36}\n\n$/);
  });

  test('no command at all', async () => {
    expect(await aws.fail([])).toEqual([`${usage}aws: error: the following arguments are required: command\n\n`, 252]);
  });
});

test('a list that AWS requires is asked for before any call', async () => {
  const missing = `${usage}aws: error: the following arguments are required: --instance-ids\n\n`;
  for (const command of ['terminate', 'start', 'stop', 'reboot'])
    expect(await aws.fail(`ec2 ${command}-instances`)).toEqual([missing, 252]);
  expect(aws.calls).toEqual([]);
});

describe('help', () => {
  test.each([
    'help',
    'ec2 help',
    'ec2 create-subnet help',
    'ec2 wait help',
    'ec2 wait vpc-available help',
    '--help',
    '-h',
  ])('aws %s', async (line) => {
    const text = await aws.print(line);
    expect(text).toMatch(/^NAME\n {4}/);
    expect(text).toContain('https://docs.aws.amazon.com/cli/latest/reference/');
    expect(aws.calls).toEqual([]);
  });

  test('--help and -h are help, wherever they stand', async () => {
    expect(await aws.print('ec2 create-subnet --help')).toBe(await aws.print('ec2 create-subnet help'));
    expect(await aws.print('ec2 -h')).toBe(await aws.print('ec2 help'));
    expect(await aws.print('ec2 describe-vpcs --output text --help')).toBe(await aws.print('ec2 describe-vpcs help'));
  });
});

describe('parameters from elsewhere', () => {
  test('file:// reads the learner’s file, and stdin', async () => {
    const input = `{"VpcId": "${aws.account.defaultVpcId}", "CidrBlock": "172.31.96.0/24"}`;
    aws.files.set('in.json', input);
    expect(await aws.print('ec2 create-subnet --cli-input-json file://in.json --query Subnet.CidrBlock')).toBe(
      '"172.31.96.0/24"\n',
    );
    aws.stdin = input.replace('96', '97');
    expect(await aws.print('ec2 create-subnet --cli-input-json file:///dev/stdin --query Subnet.CidrBlock')).toBe(
      '"172.31.97.0/24"\n',
    );
    expect(await aws.fail('ec2 delete-vpc --vpc-id file:///etc/passwd')).toEqual([
      "\nError parsing parameter '--vpc-id': Unable to load paramfile file:///etc/passwd: [Errno 2] No such file or directory: '/etc/passwd'\n",
      252,
    ]);
  });

  test('a skeleton can be given back', async () => {
    const skeleton = JSON.parse(await aws.print('ec2 create-tags --generate-cli-skeleton'));
    expect(skeleton).toEqual({ Resources: [''], Tags: [{ Key: '', Value: '' }], DryRun: true });
    const [stderr] = await aws.fail(['ec2', 'create-tags', '--cli-input-json', JSON.stringify(skeleton)]);
    expect(stderr).toContain('(DryRunOperation)');
  });
});
