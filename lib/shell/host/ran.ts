import type { ExecResult } from 'just-bash';
import { NotModelled } from '@/lib/engine/aws-error';

/** What a program printed and exited with. */
export const ran = (stdout: string, stderr = '', exitCode = 0): ExecResult => ({
  stdout,
  stderr,
  exitCode,
  stdoutKind: 'text',
});

/** A program that fails with one line on stderr. */
export const failed = (stderr: string, exitCode = 1): ExecResult => ran('', `${stderr}\n`, exitCode);

/** An option that the real program has and this one lacks. */
export const lacks = (program: string, option: string): ExecResult =>
  failed(`${program}: ${new NotModelled(`the option ${option} of ${program}`).message}`, 2);
