import { judge } from '@/lib/labs/checks/check';
import { type CliRun, judgeCli, momentAfter, type Scenario } from './cli-answer';
import { numberOf } from './numeric';
import type { ProofWith, QuestionProof } from './proof';
import { BrokenProof, oneSpaced, type ProofRun, runProof, runWhole, scenarioOf } from './proof-run';
import type { Question, QuestionOf } from './question';

/** What is wrong with a question's key, as sentences; none when the proof proves it. Runs the engine. */
export async function prove(question: Question, proof: QuestionProof): Promise<string[]> {
  try {
    switch (question.type) {
      case 'single':
      case 'multiple':
        return 'claims' in proof ? await proveChoices(question, proof) : [unfit];
      case 'ordering':
        return 'lines' in proof ? await proveOrdering(question, proof) : [unfit];
      case 'matching':
        return 'runs' in proof ? await proveMatching(question, proof) : [unfit];
      case 'numeric':
        return 'run' in proof ? await proveNumeric(question, proof) : [unfit];
      case 'cli':
        return 'sabotage' in proof ? await proveCli(question, proof) : [unfit];
      case 'free':
        return ['A free answer has no key to prove.'];
    }
  } catch (error) {
    if (error instanceof BrokenProof) return [error.message];
    throw error;
  }
}

const unfit = 'The proof is one for another type of question.';

/** Run lines; what is broken about them is said of `name`. */
async function runOf(name: string, scenario: Scenario, lines: string): Promise<ProofRun> {
  try {
    return await runProof(scenario, lines);
  } catch (error) {
    throw error instanceof BrokenProof ? new BrokenProof(`${name}: ${error.message}`) : error;
  }
}

/** Says when a proof does not speak of exactly these ids. */
function sameIds(what: string, things: readonly { readonly id: string }[], proved: object): void {
  const [wanted, found] = [things.map(({ id }) => id).sort(), Object.keys(proved).sort()];
  if (`${wanted}` !== `${found}`) throw new BrokenProof(`${what} are ${wanted}, and the proof has ${found}.`);
}

async function proveChoices(
  { id, choices }: QuestionOf<'single' | 'multiple'>,
  proof: ProofWith<'claims'>,
): Promise<string[]> {
  const { start, claims } = proof;
  sameIds('The choices', choices, claims);
  const scenario = await scenarioOf(proof, id, start);
  const wrong: string[] = [];
  for (const [choice, claim] of Object.entries(claims)) {
    const run = await runOf(choice, scenario, claim.run);
    const holds = isSo(claim, scenario, run) !== (claim.not ?? false);
    const marked = choices.some((one) => one.id === choice && one.correct);
    if (holds !== marked) {
      wrong.push(`${choice} ${marked ? 'is' : 'is not'} marked as correct, and the engine ${answerOf(run)}.`);
    }
  }
  return wrong;
}

function isSo(
  { refused, prints, check, accepted }: ProofWith<'claims'>['claims'][string],
  from: Scenario,
  run: ProofRun,
): boolean {
  if (check) return judge(check, momentAfter(from, run.results)).passed;
  if (run.said.kind === 'refused') return run.said.code === refused;
  if (run.said.kind === 'failed') return false;
  return accepted ?? (prints !== undefined && oneSpaced(prints) === run.said.text);
}

function answerOf({ said }: ProofRun): string {
  if (said.kind === 'refused') return `refuses it with ${said.code}`;
  return said.kind === 'failed' ? 'fails it without a word' : `accepts it and prints '${said.text}'`;
}

async function proveOrdering({ id, items }: QuestionOf<'ordering'>, proof: ProofWith<'lines'>): Promise<string[]> {
  const { start, lines, check } = proof;
  sameIds('The items', items, lines);
  const scenario = await scenarioOf(proof, id, start);
  const working: string[] = [];
  /** Goes on in every order from where some items have led, and gives up at the first that is refused. */
  async function goOn(at: Scenario, done: readonly string[], results: ProofRun['results']): Promise<void> {
    const rest = Object.entries(lines).filter(([item]) => !done.includes(item));
    if (rest.length === 0 && (!check || judge(check, momentAfter(scenario, results)).passed)) working.push(`${done}`);
    for (const [item, text] of rest) {
      // In a wrong order lines may well be broken: a variable is empty that another item sets.
      const run = await runProof(at, text).catch((error: unknown) => {
        if (error instanceof BrokenProof) return undefined;
        throw error;
      });
      if (run?.said.kind === 'printed') await goOn(run.end, [...done, item], [...results, ...run.results]);
    }
  }
  await goOn(scenario, [], []);
  const marked = `${items.map((item) => item.id)}`;
  const others = working.filter((order) => order !== marked).map((order) => `The order ${order} works too.`);
  return working.includes(marked) ? others : [`The marked order ${marked} does not work.`, ...others];
}

async function proveMatching(
  { id, prompts, options }: QuestionOf<'matching'>,
  proof: ProofWith<'runs'>,
): Promise<string[]> {
  const { start, runs, answers } = proof;
  sameIds('The prompts', prompts, runs);
  sameIds('The options', options, answers);
  const texts = new Map(Object.entries(answers).map(([option, text]) => [option, oneSpaced(text)]));
  if (new Set(texts.values()).size < texts.size) return ['Two options have one answer.'];
  const scenario = await scenarioOf(proof, id, start);
  const wrong: string[] = [];
  for (const prompt of prompts) {
    const run = await runOf(prompt.id, scenario, runs[prompt.id] ?? '');
    const { said } = run;
    const answer = said.kind === 'refused' ? said.code : said.kind === 'printed' ? said.text : undefined;
    if (answer !== texts.get(prompt.option)) {
      wrong.push(`${prompt.id} is matched with ${prompt.option}, and the engine ${answerOf(run)}.`);
    }
  }
  return wrong;
}

/** To the digit: the tolerance is for people. */
async function proveNumeric({ id, answer }: QuestionOf<'numeric'>, proof: ProofWith<'run'>): Promise<string[]> {
  const { start, run: lines } = proof;
  const run = await runOf('run', await scenarioOf(proof, id, start), lines);
  const isIt = run.said.kind === 'printed' && numberOf(run.said.text) === answer;
  return isIt ? [] : [`The answer is ${answer}, and the engine ${answerOf(run)}.`];
}

async function proveCli(question: QuestionOf<'cli'>, proof: ProofWith<'sabotage'>): Promise<string[]> {
  const scenario = await scenarioOf(proof, question.id, question.start);
  const wrong = question.given
    .filter(({ name }) => !scenario.shell.env[name])
    .map(({ name }) => `The start does not set ${name}.`);
  const judged = async (name: string, text: string, exitCodes: readonly number[]): Promise<CliRun['checks']> => {
    const result = await runWhole(scenario, text);
    if (result.limit === undefined && exitCodes.includes(result.exitCode)) {
      return judgeCli(question, scenario, result).checks;
    }
    throw new BrokenProof(`${name}: exit code ${result.exitCode}. ${result.stderr.trim()}`);
  };
  for (const [index, { passed, found }] of (await judged('The solution', question.solution, [0])).entries()) {
    if (!passed) wrong.push(`The solution fails check ${index + 1}: ${found}`);
  }
  const bad = [
    ['The start alone', ':'],
    ...proof.sabotage.map((lines, index) => [`Sabotage ${index + 1}`, lines]),
  ] as const;
  for (const [name = '', lines = ''] of bad) {
    if ((await judged(name, lines, [0, 254])).every(({ passed }) => passed)) wrong.push(`${name} passes every check.`);
  }
  return wrong;
}
