import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAccount } from '@/lib/engine/create-account';
import type { Flow, FlowSource, FlowTarget, Protocol } from '@/lib/engine/reachability/flow';
import type { Surroundings } from '@/lib/engine/surroundings';
import type { World } from '@/lib/engine/world';
import { defaultLimits, type ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import { began } from '@/test/build/account';

/** One flow of a scenario, and what has to be said of it. */
const Case = z.strictObject({
  say: z.string(),
  /** Lines that are run before the flow; what they change stays for the flows after it. */
  after: z.string().optional(),
  /** `from > to protocol[/port] [from port]`. */
  flow: z.string(),
  /** `reached`, or the way on which it ends, the code, and what the sender sees. */
  verdict: z.union([
    z.literal('reached'),
    z.string().regex(/^(out|back) \S+ (timeout|refused|unreachable|unknown-host)$/),
  ]),
  /** The components in order, by name; not compared when absent. */
  out: z.array(z.string()).optional(),
  back: z.array(z.string()).optional(),
});
export type Case = z.output<typeof Case>;

const Scenario = z.strictObject({
  title: z.string(),
  source: z.url({ hostname: /^docs\.aws\.amazon\.com$/ }),
  surroundings: z.record(z.string(), z.unknown()).default({}),
  /** Lines of a shell that make the account, with the shorthands of `prelude.sh`. */
  account: z.string(),
  flows: z.array(Case).min(1),
});
export type Scenario = z.output<typeof Scenario> & { readonly name: string };

const here = new URL('.', import.meta.url);
const prelude = readFileSync(new URL('prelude.sh', here), 'utf8');

export const scenarios: readonly Scenario[] = readdirSync(new URL('scenarios/', here))
  .sort()
  .map((file) => {
    const text = readFileSync(new URL(`scenarios/${file}`, here), 'utf8');
    return { name: file.replace('.yaml', ''), ...Scenario.parse(parse(text)) };
  });

/** An account that a scenario's lines change. */
export class ScenarioAccount {
  readonly world: World;
  private shell: ShellState = newShell();

  constructor({ surroundings }: Pick<Scenario, 'surroundings'>) {
    // Written by hand beside the expectations; what is misspelt fails those.
    this.world = createAccount({ seed: 'scenario', now: began, surroundings: surroundings as Surroundings });
  }

  /** Run lines as a learner would; throws when one of them is refused. */
  async run(lines: string): Promise<void> {
    const limits = { ...defaultLimits, calls: 2_000 };
    const result = await runLine(this.world, this.shell, `set -e\n${prelude}\n${lines}`, { limits });
    if (result.exitCode !== 0 || result.stderr !== '')
      throw new Error(`${result.exitCode}: ${result.stderr}${result.stdout}`);
    this.shell = result.shell;
  }

  /** Shell variables, by which a text may name an id. */
  expand(text: string): string {
    return text.replace(/\$(\w+)/g, (_, name: string) => this.shell.env[name] ?? `no $${name}`);
  }
}

/** An account after these lines, outside of any scenario. */
export async function accountOf(lines: string, surroundings: Scenario['surroundings'] = {}): Promise<ScenarioAccount> {
  const account = new ScenarioAccount({ surroundings });
  await account.run(lines);
  return account;
}

/** Read `instance:web > internet tcp/443`. */
export function parseFlow(world: World, text: string): Flow {
  const match = /^(.+) > (.+) (tcp|udp|icmp)(?:\/(\d+))?(?: from (\d+))?$/.exec(text);
  if (!match) throw new Error(`no flow: ${text}`);
  const [, from = '', to = '', protocol, port, sourcePort] = match;
  const source = parseEnd(world, from);
  if (source.kind === 'address' || source.kind === 'name') throw new Error(`no source: ${from}`);
  return {
    source,
    destination: parseEnd(world, to),
    // One of the three that the pattern names.
    protocol: protocol as Protocol,
    ...(port !== undefined && { port: Number(port) }),
    ...(sourcePort !== undefined && { sourcePort: Number(sourcePort) }),
  };
}

function parseEnd(world: World, text: string): FlowSource | FlowTarget {
  const [, kind = '', name = ''] = /^(\w+)[: ]?(.*)$/.exec(text) ?? [];
  if (kind === 'internet') return { kind, ...(name && { address: name }) };
  if (kind === 'instance') return { kind, id: instanceNamed(world, name) };
  if (kind === 'public') return { kind: 'address', address: publicAddress(world, instanceNamed(world, name)) };
  if (kind === 'site') {
    const [site = '', host] = name.split('/');
    return { kind, name: site, ...(host !== undefined && { host }) };
  }
  if (kind === 'vpnClient' || kind === 'name') return { kind, name };
  if (kind === 'address') return { kind, address: name };
  throw new Error(`no end of a flow: ${text}`);
}

function instanceNamed(world: World, name: string): string {
  const found = world.instances
    .list()
    .find(({ Tags }) => Tags.some(({ Key, Value }) => Key === 'Name' && Value === name));
  if (!found) throw new Error(`no instance ${name}`);
  return found.InstanceId;
}

function publicAddress(world: World, instanceId: string): string {
  const [eni] = world.networkInterfaces.by('InstanceId', instanceId);
  const elastic = world.addresses.by('NetworkInterfaceId', eni?.NetworkInterfaceId ?? '')[0]?.PublicIp;
  const address = elastic ?? eni?.publicIp;
  if (address === undefined) throw new Error(`${instanceId} has no public address`);
  return address;
}
