import type { ExecResult, ResolvedCommandContext } from 'just-bash';
import { curl } from './curl';
import { dig } from './dig';
import { hostname } from './hostname';
import { ip } from './ip';
import { host, nslookup } from './name-lookups';
import { nc } from './nc';
import { ping } from './ping';
import { on, ssh } from './remote';
import type { HostSession } from './session';
import { traceroute } from './traceroute';

type Command = (
  session: HostSession,
  args: string[],
  context: ResolvedCommandContext,
) => ExecResult | Promise<ExecResult>;

const commands: Readonly<Record<string, Command>> = {
  on,
  ssh,
  ping,
  ping6: (session, args) => ping(session, ['-6', ...args]),
  curl,
  nc,
  traceroute,
  traceroute6: (session, args) => traceroute(session, ['-6', ...args]),
  dig,
  host,
  nslookup,
  ip,
  hostname,
};

/** The words that these commands are called by, for Tab. */
export const hostCommandNames: readonly string[] = Object.keys(commands);

/** The programs that look at the network from where the shell is. `fail` is told of bugs, which just-bash would print as a failure. */
export function hostCommands(
  session: HostSession,
  fail: (error: unknown) => void,
): Record<string, (args: string[], context: ResolvedCommandContext) => Promise<ExecResult>> {
  const runs = Object.entries(commands).map(([name, run]) => {
    const command = async (args: string[], context: ResolvedCommandContext) => {
      try {
        return await run(session, args, context);
      } catch (error) {
        if (!session.outOfTraces) fail(error);
        throw error;
      }
    };
    return [name, command] as const;
  });
  return Object.fromEntries(runs);
}
