import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { CommandContext, CommandResult, Ec2Client } from '@/lib/aws-cli/client';
import { runAws } from '@/lib/aws-cli/run-aws';
import { readForm } from '@/lib/ec2-query/form';
import { writeAnswer, writeRefusal } from '@/lib/ec2-query/write-answer';
import { type Call, execute, type Outcome } from '@/lib/engine/execute';
import { fromJson, setTime, type World, type WorldJson } from '@/lib/engine/world';
import { sayable } from '../build/any-input';
import { python, runProgram } from '../clients/programs';
import { readCall } from '../ec2-query/read-at-once';

/** Member names, nested; what is in a list stands for the list; null for a value. */
export interface Tree {
  readonly [member: string]: Tree | null;
}
/** What the machine's AWS CLI knows of an operation: its model is as old as its package. */
export interface KnownOperation {
  readonly flags: readonly string[];
  readonly required: readonly string[];
  /** Parameters that it fills in by itself, at random. */
  readonly tokens: readonly string[];
  readonly input: Tree;
  readonly output: Tree;
}
export type Known = { readonly [operation: string]: KnownOperation };

/** What a line did: what it printed, and the calls it made. */
export interface Did extends CommandResult {
  readonly calls: readonly Call[];
}

const environment = {
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_PAGER: '',
};

async function ask<Answer>(given: object): Promise<Answer> {
  const stdin = JSON.stringify(given);
  const { exitCode, stdout, stderr } = await runProgram(python, ['test/aws-cli/real.py'], { stdin, env: environment });
  if (exitCode !== 0) throw new Error(stderr);
  // The program is ours, and says in its head what it writes.
  return JSON.parse(stdout) as Answer;
}

export const knownOperations = (): Promise<Known> => ask({ commands: true });

/** Run each line with the real program against the world, as it is at first for every line. */
export async function runReal(account: WorldJson, lines: readonly (readonly string[])[]): Promise<Did[]> {
  const worlds = new Map<number, Account>();
  const server = createServer(async (request, response) => {
    const line = Number(/^\/(\d+)/.exec(request.url ?? '')?.[1]);
    const world = worlds.get(line) ?? new Account(account);
    worlds.set(line, world);
    const { operation, input } = readCall(readForm(await text(request)));
    const outcome = world.call(operation, input);
    response.writeHead(outcome.ok ? 200 : outcome.error.status, { 'content-type': 'text/xml;charset=UTF-8' });
    response.end(outcome.ok ? writeAnswer(operation, outcome.output, 'id') : writeRefusal(outcome.error, 'id'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    // It listens on a port, so its address is no path.
    const { port } = server.address() as AddressInfo;
    const printed = await ask<CommandResult[]>({ endpoint: `http://127.0.0.1:${port}`, lines });
    return printed.map((result, line) => ({ ...result, calls: worlds.get(line)?.calls ?? [] }));
  } finally {
    await new Promise((done) => server.close(done));
  }
}

/** Run a line with our program against the world, which answers what a program of that age would read of the answer. */
export async function runOurs(account: WorldJson, words: readonly string[], known: Known): Promise<Did> {
  const client = new Account(account, known);
  const context: CommandContext = { readFile: async () => undefined, env: new Map(), stdin: '' };
  const result = await runAws(client, words, context);
  return { ...result, calls: client.calls };
}

/** An account that notes its calls, each a second after the one before. */
class Account implements Ec2Client {
  readonly calls: Call[] = [];
  private readonly world: World;

  constructor(
    account: WorldJson,
    private readonly known?: Known,
  ) {
    this.world = fromJson(account);
  }

  get region(): string {
    return this.world.region;
  }

  call(operation: string, input: object): Outcome {
    this.sleep(1);
    this.calls.push({ operation, input: sayable(input) ?? {} });
    const outcome = execute(this.world, { operation, input });
    const tree = this.known?.[operation]?.output;
    return outcome.ok && tree ? { ...outcome, output: read(outcome.output, tree) } : outcome;
  }

  sleep(seconds: number): void {
    setTime(this.world, this.world.now + seconds * 1000);
  }
}

/** The value with the members that the tree has, in its order. */
function read<Value>(value: Value, tree: Tree | null): Value;
function read(value: unknown, tree: Tree | null): unknown {
  if (Array.isArray(value)) return value.map((member) => read(member, tree));
  if (typeof value !== 'object' || value === null || tree === null) return value;
  const members = new Map(Object.entries(value));
  const names = Object.keys(tree).filter((name) => members.has(name));
  return Object.fromEntries(names.map((name) => [name, read(members.get(name), tree[name] ?? null)]));
}

/** Whether all of a value's members are in the tree. */
export function isKnown(value: unknown, tree: Tree | null): boolean {
  if (Array.isArray(value)) return value.every((member) => isKnown(member, tree));
  if (typeof value !== 'object' || value === null || tree === null) return true;
  return Object.entries(value).every(
    ([name, member]) => Object.hasOwn(tree, name) && isKnown(member, tree[name] ?? null),
  );
}
