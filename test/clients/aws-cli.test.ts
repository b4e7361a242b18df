import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/lib/db/database';
import { type Credentials, type Ec2Server, startEc2Server } from './ec2-server';
import { aws, environmentOf, hasAws, howToGet, python, runProgram } from './programs';

const minutes = 60_000;

describe.skipIf(!hasAws)(`the aws command${hasAws ? '' : ` (${howToGet})`}`, () => {
  let server: Ec2Server;
  let folder: string;
  beforeAll(async () => {
    server = await startEc2Server();
    folder = mkdtempSync(join(tmpdir(), 'patchbay-waiters-'));
    expect(await runProgram(python, ['test/clients/waiters.py', folder])).toMatchObject({ exitCode: 0 });
  });
  afterAll(async () => {
    await server?.close();
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (credentials: Credentials, ...words: string[]) =>
    runProgram(aws, ['--endpoint-url', credentials.endpointUrl, 'ec2', ...words], { env: environmentOf(credentials) });

  test(
    'runs the solution of the first lab, waiters and all',
    async () => {
      const { id, credentials } = await server.start('one-interface-two-instances');
      const solution = readFileSync('content/labs/one-interface-two-instances/solution.sh', 'utf8');
      const script = `set -e\naws() { command ${aws} --endpoint-url "$ENDPOINT" "$@"; }\n${solution}`;
      const env = { ...environmentOf(credentials), AWS_DATA_PATH: folder };
      const ran = await runProgram('/bin/bash', ['-c', script], { env });
      expect(ran, ran.stderr).toMatchObject({ exitCode: 0 });
      const view = await server.view(id);
      expect(view.tasks.filter(({ passed }) => !passed)).toEqual([]);
      expect(view.finishedAt).toBeDefined();
      expect(view.steps.every(({ via }) => via === 'ec2')).toBe(true);
      expect(view.steps.map(({ text }) => text.replace(/eni-attach-\w+|i-\w+/, 'ID'))).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^aws ec2 stop-instances --instance-ids ID {2}# aws-cli\/\d/),
          expect.stringMatching(/^aws ec2 detach-network-interface --attachment-id ID {2}# aws-cli\/\d/),
        ]),
      );
    },
    5 * minutes,
  );

  test(
    'says a refusal as it says AWS’s, and pages through a long answer',
    async () => {
      const { credentials } = await server.start();
      const before = server.seen.length;
      const [refused, malformed, unknown, wrongRegion, paged] = await Promise.all([
        run(credentials, 'delete-vpc', '--vpc-id', 'vpc-00000000000000001'),
        run(credentials, 'create-vpc', '--cidr-block', '10.0.0.0/33'),
        run(credentials, 'describe-spot-price-history'),
        run({ ...credentials, region: 'eu-west-1' }, 'describe-vpcs'),
        run(
          credentials,
          'describe-subnets',
          '--page-size',
          '5',
          '--query',
          'Subnets[].AvailabilityZone',
          '--output',
          'text',
        ),
      ]);
      expect(refused.stderr).toBe(
        "\nAn error occurred (InvalidVpcID.NotFound) when calling the DeleteVpc operation: The vpc ID 'vpc-00000000000000001' does not exist\n",
      );
      expect(refused.exitCode).toBe(254);
      expect(malformed.exitCode).toBe(254);
      expect(unknown.stderr).toBe(
        '\nAn error occurred (NotModelled) when calling the DescribeSpotPriceHistory operation: This simulator does not model the operation DescribeSpotPriceHistory.\n',
      );
      expect(wrongRegion.stderr).toContain("Credential should be scoped to a valid region, not 'eu-west-1'.");
      expect(paged.stdout.trim().split(/\s/).sort()).toEqual(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((zone) => `us-east-1${zone}`),
      );
      expect(
        server.seen.slice(before).filter(({ userAgent }) => /command\/ec2.describe-subnets/.test(userAgent)),
      ).toHaveLength(2);
    },
    2 * minutes,
  );
});
