import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from './ec2-server';

/** Debian's, whose packages carry AWS's published model. */
export const python = '/usr/bin/python3';
export const aws = '/usr/bin/aws';
export const howToGet = 'apt-get install awscli python3-boto3';

export const hasBoto3 = spawnSync(python, ['-c', 'import boto3']).status === 0;
export const hasAws = spawnSync(aws, ['--version']).status === 0;

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, with nothing of this machine's own AWS settings in its environment. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = {}, stdin = '' }: { env?: Record<string, string>; stdin?: string } = {},
): Promise<Ran> {
  const home = mkdtempSync(join(tmpdir(), 'patchbay-client-'));
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', HOME: home, LANG: 'C.UTF-8', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (exitCode) => {
      rmSync(home, { recursive: true, force: true });
      resolve({ exitCode, stdout, stderr });
    });
    child.stdin.end(stdin);
  });
}

/** What a client of an attempt has in its environment. */
export const environmentOf = (credentials: Credentials): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_DEFAULT_REGION: credentials.region,
  AWS_REGION: credentials.region,
  AWS_PAGER: '',
  AWS_EC2_METADATA_DISABLED: 'true',
  ENDPOINT: credentials.endpointUrl,
});
