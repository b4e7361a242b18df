import type { CommandNode, ScriptNode, StatementNode, WordNode } from 'just-bash';
import { mix } from '@/lib/engine/ids';
import type { World } from '@/lib/engine/world';

/**
 * just-bash answers `$RANDOM` and `$SECONDS` from the host's dice and clock, and its own `help` before any command of
 * ours. So a parsed line is changed before it runs: they become the commands named here. What an assignment leaves in `$?` is put
 * right on the way.
 * Not reached: text that bash parses while it runs (`eval`, `let`, `source`), and `${RANDOM:0:1}`.
 */
export const randomCommand = 'shell-random';
export const secondsCommand = 'shell-seconds';
export const helpCommand = 'shell-help';

const commandOf: ReadonlyMap<string, string> = new Map([
  ['RANDOM', randomCommand],
  ['SECONDS', secondsCommand],
]);

type CommandSubstitutionPart = Extract<WordNode['parts'][number], { type: 'CommandSubstitution' }>;
type TreeNode = { [key: string]: unknown };

/** Rewrite a parsed script in place; answers whether it says `exit` or `logout` anywhere. Cost: the size of the script. */
export function simulate(node: unknown): boolean {
  let exits = false;
  if (Array.isArray(node)) {
    for (const [index, child] of node.entries()) {
      node[index] = replacement(child);
      exits = simulate(node[index]) || exits;
      node[index] = succeeding(node[index]);
    }
  } else if (isNode(node)) {
    if (node.type === 'SimpleCommand') {
      const name = literal(node.name);
      if (name === 'help') node.name = word(helpCommand);
      if (name === 'logout') node.name = word('exit');
      exits = name === 'exit' || name === 'logout';
    }
    // `SECONDS=5` lets the count go on from 5.
    if (node.type === 'Assignment' && node.name === 'SECONDS' && isNode(node.value)) {
      // A node of the tree: an assignment's value is a word.
      node.value = {
        type: 'Word',
        parts: [substitution(secondsCommand, [word('--from'), node.value as unknown as WordNode])],
      };
    }
    // With it just-bash would read the text of `$(( ))` again, instead of the tree that is changed here.
    if (node.type === 'ArithmeticExpression' && /\b(RANDOM|SECONDS)\b/.test(String(node.originalText))) {
      delete node.originalText;
    }
    for (const key of Object.keys(node)) {
      node[key] = replacement(node[key]);
      exits = simulate(node[key]) || exits;
    }
  }
  return exits;
}

function replacement(node: unknown): unknown {
  if (!isNode(node)) return node;
  if (node.type === 'ParameterExpansion' && node.operation === null) {
    const command = commandOf.get(String(node.parameter));
    if (command) return substitution(command);
  }
  // Inside `$(( ))`: `RANDOM` and `$RANDOM`, then `${RANDOM}`.
  const name = node.type === 'ArithVariable' ? node.name : node.type === 'ArithBracedExpansion' ? node.content : '';
  const command = commandOf.get(String(name));
  return command ? { type: 'ArithCommandSubst', command } : node;
}

/**
 * just-bash leaves `$?` as it was after an assignment; in bash it is 0, or that of the last command that a value substitutes. So
 * after a refusal `X=1 && aws …` would do nothing. Such an assignment becomes `{ X=1; :; }`, which may still read `$?`.
 */
function succeeding(node: unknown): unknown {
  if (!isNode(node) || node.type !== 'SimpleCommand' || node.name !== null) return node;
  if (!Array.isArray(node.assignments) || node.assignments.length === 0) return node;
  if (JSON.stringify(node.assignments).includes('"type":"CommandSubstitution"')) return node;
  // A node of the tree: what stands in a pipeline is a command.
  const body = [statement(node as unknown as CommandNode), statement(simple(':', []))];
  return { type: 'Group', body, redirections: [] } satisfies CommandNode;
}

const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const word = (value: string): WordNode => ({ type: 'Word', parts: [{ type: 'Literal', value }] });

function literal(name: unknown): unknown {
  if (!isNode(name) || !Array.isArray(name.parts) || name.parts.length !== 1) return undefined;
  const part: unknown = name.parts[0];
  return isNode(part) && part.type === 'Literal' ? part.value : undefined;
}

function substitution(command: string, args: WordNode[] = []): CommandSubstitutionPart {
  const body: ScriptNode = { type: 'Script', statements: [statement(simple(command, args))] };
  return { type: 'CommandSubstitution', body, legacy: false };
}

const simple = (command: string, args: WordNode[]): CommandNode => ({
  type: 'SimpleCommand',
  assignments: [],
  name: word(command),
  args,
  redirections: [],
});

const statement = (command: CommandNode): StatementNode => ({
  type: 'Statement',
  pipelines: [{ type: 'Pipeline', commands: [command], negated: false }],
  operators: [],
  background: false,
});

/** `(exit 254)`: leaves that code in `$?` and nothing else. */
export const exitWith = (code: number): StatementNode =>
  statement({ type: 'Subshell', body: [statement(simple('exit', [word(String(code))]))], redirections: [] });

/** What `$RANDOM` gives: 0 to 32767, the same for the same world and the same number of rolls before it. */
export class Dice {
  rolled = false;

  constructor(
    private readonly world: World,
    /** Rolls so far in this shell, which keeps them in the variable `RANDOM` for the next line. */
    public rolls: number,
  ) {}

  roll(): number {
    this.rolled = true;
    this.rolls += 1;
    return mix(`${this.world.seed}/random/${this.world.sequence}`, this.rolls) >>> 17;
  }
}
