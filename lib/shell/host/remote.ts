import type { ExecResult, ResolvedCommandContext } from 'just-bash';
import { failed, ran } from './ran';
import type { HostSession } from './session';
import { connect } from './ssh';
import { type HostOn, seatName, seatNames, seatsNamed, userOf, whyIdle } from './standing';

/**
 * `ssh`: with a command, or a script on its standard input, runs it there; without either the shell stays there until `exit`.
 * Files and variables are the same everywhere.
 */
export async function ssh(
  session: HostSession,
  args: readonly string[],
  context: ResolvedCommandContext,
): Promise<ExecResult> {
  const connected = connect(session, args);
  if ('exitCode' in connected) return connected;
  const { host, greeting } = connected;
  const stdin = String(context.stdin);
  const command = connected.command || stdin;
  if (command !== '') return runOn(session, host, command, context, connected.command ? stdin : '');
  session.host = host;
  return ran(greeting);
}

/** `on <machine> <command …>`: one command there, without the network, as at its console. */
export async function on(
  session: HostSession,
  args: readonly string[],
  context: ResolvedCommandContext,
): Promise<ExecResult> {
  const [name, ...words] = args;
  if (name === undefined || words.length === 0)
    return failed('usage: on <name or id of a host> <command> [argument ...]', 2);
  const { world } = session;
  const [seat, ...others] = seatsNamed(world, name);
  if (!seat) {
    const known = seatNames(world);
    return failed(
      `on: there is no host ${name}${known.length > 0 ? `; there are ${known.slice(0, 20).join(', ')}` : ''}`,
    );
  }
  if (others.length > 0) {
    const ids = [seat, ...others].map((one) => (one.kind === 'instance' ? one.id : seatName(world, one)));
    return failed(`on: several hosts are called ${name}: use an id: ${ids.join(', ')}`);
  }
  const idle = whyIdle(world, seat);
  if (idle !== undefined) return failed(`on: ${seatName(world, seat)} is ${idle}: nothing runs on it`);
  const host: HostOn = { seat, user: userOf(world, seat), address: name };
  // One word is a script, as `on web-1 'a | b'` means it; several are a command as it stands.
  const [script = ''] = words;
  const text = words.length === 1 ? script : words.map(quoted).join(' ');
  return runOn(session, host, text, context, String(context.stdin));
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

async function runOn(
  session: HostSession,
  host: HostOn,
  command: string,
  context: ResolvedCommandContext,
  stdin: string,
): Promise<ExecResult> {
  const { exec } = context;
  if (!exec) throw new Error('a shell’s commands can run others');
  return session.during(host, () =>
    exec(command, { cwd: context.cwd, stdin, stdinKind: 'bytes', ...(context.signal && { signal: context.signal }) }),
  );
}
