import 'server-only';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Refusal } from './admin-command';

/**
 * The password of --password, or the first line of standard input: an argument is seen by whoever lists the machine's
 * processes, and kept by the shell. Asked for, and not shown, where a person sits at the terminal.
 */
export async function readPassword(given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const atTerminal = process.stdin.isTTY === true;
  if (atTerminal) process.stderr.write('Password (it is not shown): ');
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silence, terminal: atTerminal });
  try {
    for await (const line of lines) return line;
  } finally {
    lines.close();
    if (atTerminal) process.stderr.write('\n');
  }
  throw new Refusal('No password. Give --password, or the password as a line on standard input.');
}
