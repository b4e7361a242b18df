import { fromJson, toJson } from '@/lib/engine/world';
import { scriptLines } from '@/lib/labs/script';
import type { LineResult } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { type Scenario, startScenario } from './cli-answer';

/** What the engine answered to the last of some lines. */
export type Said =
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'refused'; readonly code: string }
  /** It failed without a word, as a test does. */
  | { readonly kind: 'failed' };

export interface ProofRun {
  /** Where it left the account and the shell; the scenario that it began in is as it was. */
  readonly end: Scenario;
  readonly results: readonly LineResult[];
  readonly said: Said;
}

/** A proof whose lines do not work proves nothing; the message says which line, and what it said. */
export class BrokenProof extends Error {
  override readonly name = 'BrokenProof';
}

/** The account of a proof. Throws BrokenProof when its script fails. */
export const scenarioOf = (proof: object, id: string, start: string): Promise<Scenario> =>
  remembered(scenarios, proof, JSON.stringify([id, start]), async () => {
    try {
      return await startScenario({ id, start });
    } catch (error) {
      throw new BrokenProof(error instanceof Error ? error.message : String(error));
    }
  });

/** Run an answer as a learner's is run: all its lines as one text, in a copy of the scenario. */
export const runWhole = (scenario: Scenario, text: string): Promise<LineResult> =>
  remembered(answers, scenario, text, () => runLine(fromJson(scenario.world), scenario.shell, text));

/**
 * Run lines in a copy of a scenario. The last one may be refused by AWS. Anything else that fails with a word on stderr
 * throws BrokenProof: a failure that the author silenced, as a test or with `2> /dev/null`, is meant.
 */
export const runProof = (scenario: Scenario, lines: string): Promise<ProofRun> =>
  remembered(runs, scenario, lines, () => run(scenario, lines));

async function run(scenario: Scenario, lines: string): Promise<ProofRun> {
  const world = fromJson(scenario.world);
  let { shell } = scenario;
  const results: LineResult[] = [];
  const all = scriptLines(lines);
  for (const [index, { number, text }] of all.entries()) {
    const result = await runLine(world, shell, text);
    const refused = refusalOf(result) !== undefined && index === all.length - 1;
    if (!refused && fails(result)) {
      throw new BrokenProof(`line ${number}, ${text}: exit code ${result.exitCode}. ${result.stderr.trim()}`);
    }
    shell = result.shell;
    results.push(result);
  }
  const last = results.at(-1);
  if (!last) throw new BrokenProof('there is no line in it');
  return { end: { world: toJson(world), shell }, results, said: saidBy(last) };
}

function saidBy(last: LineResult): Said {
  const code = refusalOf(last);
  if (code !== undefined) return { kind: 'refused', code };
  return last.exitCode === 0 ? { kind: 'printed', text: oneSpaced(last.stdout) } : { kind: 'failed' };
}

const anyRefusal = /An error occurred \((\S+)\) when calling/g;

/** AWS's code for the line's last call, when the line ended with its refusal. */
const refusalOf = ({ exitCode, stderr }: LineResult): string | undefined =>
  exitCode === 254 ? [...stderr.matchAll(anyRefusal)].at(-1)?.[1] : undefined;

/** A pipe or a loop may swallow the exit code of a refused call, and never its words. */
const fails = ({ exitCode, stderr }: LineResult): boolean =>
  (exitCode !== 0 && stderr !== '') || stderr.search(anyRefusal) >= 0;

/** Any white space as one space: the CLI parts columns with tabs. */
export const oneSpaced = (text: string): string => text.trim().replace(/\s+/g, ' ');

// The same lines always come out the same, and each other key that a question might have asks for them again.
type Memory<T> = WeakMap<object, Map<string, Promise<T>>>;
const scenarios: Memory<Scenario> = new WeakMap();
const answers: Memory<LineResult> = new WeakMap();
const runs: Memory<ProofRun> = new WeakMap();

function remembered<T>(memory: Memory<T>, owner: object, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(owner) ?? new Map<string, Promise<T>>();
  memory.set(owner, known);
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
