import { describe, expect, test } from 'vitest';
import { loadLedger } from '@/lib/content/claims';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { loadLabs } from '@/lib/content/labs';
import type { Lab } from '@/lib/labs/lab';
import { nameAt } from '@/lib/labs/places';
import { scriptLines } from '@/lib/labs/script';
import { awsPages } from '@/lib/lessons/aws-pages';
import { Attempt } from '../build/attempt';
import { compiled } from '../content/compiled';
import { placeOf } from '../content/place-of';

const seeds = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'];
const labs = [...(await loadLabs()).values()];
const claims = new Set((await loadLedger()).parts.flatMap((part) => part.claims.map(({ n }) => n)));

/** Run a script of the lab line by line as a learner would; every line has to exit 0. An error says where, by file and line. */
async function run(attempt: Attempt, file: string, script: string): Promise<void> {
  for (const { number, text } of scriptLines(script)) {
    const line = await attempt.run(text);
    if (line.exitCode !== 0) {
      throw new Error(`${file}:${number}: exit code ${line.exitCode} of ${text}\n${line.stderr}`);
    }
  }
}

const failing = (attempt: Attempt) => attempt.result.tasks.filter((task) => !task.passed).map((task) => task.id);

describe.each(labs.map((lab) => [lab.slug, lab] as const))('lab %s', (slug, lab) => {
  const at = (file: string) => `content/labs/${slug}/${file}`;
  /** Where a task begins in lab.yaml. */
  const taskAt = (id: string) => placeOf(`labs/${slug}/lab.yaml`, new RegExp(`\\bid: ${id}$`, 'm'));
  /** What is still to be done, where it is asked for and what is there instead. */
  const open = (attempt: Attempt) =>
    attempt.result.tasks.flatMap(({ id, passed, found }) => (passed ? [] : [`${taskAt(id)}: ${id}: ${found}`]));

  test('starts unsolved, and says of every task what is there', async () => {
    const attempt = await Attempt.begin(lab);
    expect(failing(attempt)).toEqual(lab.tasks.map((task) => task.id));
    expect(attempt.result.finished).toBe(false);
    for (const task of attempt.result.tasks) expect(task.found).toMatch(/\.$/);
  });

  test('every literal of a check stands in the text of its task or in the start', () => {
    for (const task of lab.tasks) {
      expect(
        hidden(task, lab),
        `${taskAt(task.id)}: say, or start.sh, has to name what the check of ${task.id} wants`,
      ).toEqual([]);
    }
  });

  test('the brief is MDX that compiles', async () => {
    expect(lab.brief.trim(), at('brief.mdx')).not.toBe('');
    expect(await compiled(`labs/${slug}/brief.mdx`, lab.brief)).not.toBe('');
  });

  test('its claims are rows of the ledger, and its sources have titles', () => {
    const line = (key: string) => placeOf(`labs/${slug}/lab.yaml`, new RegExp(`^${key}:`, 'm'));
    expect(
      lab.claims.filter((n) => !claims.has(n)),
      `${line('claims')}: no rows of content/claims.yaml`,
    ).toEqual([]);
    expect(
      lab.sources.filter((page) => !awsPages.has(page)),
      `${line('sources')}: pages whose title is to be added to lib/lessons/aws-pages.ts`,
    ).toEqual([]);
  });

  if (lab.kind === 'sandbox') return;

  test.each(seeds)('the solution solves every task under seed %s', async (seed) => {
    const attempt = await Attempt.begin(lab, seed);
    await run(attempt, at('solution.sh'), (await loadLabProof(slug)).solution);
    expect(open(attempt), `${at('solution.sh')}: tasks that it does not solve`).toEqual([]);
    expect(attempt.result.finished).toBe(true);
  });

  test('the shortest way that is known is the solution’s, and has as many changes as the lab says', async () => {
    const attempt = await Attempt.begin(lab);
    await run(attempt, at('solution.sh'), (await loadLabProof(slug)).solution);
    const accepted = attempt.steps.flatMap(({ calls }) => calls.filter(({ ok }) => ok));
    expect(lab.shortest, `${at('lab.yaml')}: shortest`).toBe(accepted.length);
  });

  test('the solution solves every task when it is sent as one line', async () => {
    const attempt = await Attempt.begin(lab);
    const lines = scriptLines((await loadLabProof(slug)).solution).map(({ text }) => text);
    const { exitCode, stderr } = await attempt.run(lines.join('\n'));
    expect(exitCode, stderr).toBe(0);
    expect(failing(attempt)).toEqual([]);
  });

  test('every task is failed by some sabotage', async () => {
    const { sabotage } = await loadLabProof(slug);
    const failed = new Set(sabotage.flatMap(({ fails }) => fails));
    expect([...failed].sort(), `${at('sabotage/')}: tasks that some script fails`).toEqual(
      lab.tasks.map((task) => task.id).sort(),
    );
  });

  test('each sabotage fails exactly the tasks it names', async () => {
    const { solution, sabotage } = await loadLabProof(slug);
    for (const { name, fails, instead, script } of sabotage) {
      for (const seed of seeds.slice(0, 2)) {
        const attempt = await Attempt.begin(lab, seed);
        if (!instead) await run(attempt, at('solution.sh'), solution);
        const file = at(`sabotage/${name}.sh`);
        await run(attempt, file, script);
        const why =
          lab.kind === 'guided' && !instead
            ? `${file}:1: tasks of a guided lab stay done; to fail, it begins with a second line "# instead of the solution"`
            : `${file}:1: the tasks that fail, under seed ${seed}`;
        expect(failing(attempt), why).toEqual(fails);
      }
    }
  });
});

/** Texts and numbers of a check that its learner is not told. An operation may be told by its name on the command line. */
function hidden(task: Lab['tasks'][number], lab: Lab): unknown[] {
  const told = `${task.say}\n${lab.start}`;
  const isTold = (literal: string | number) => {
    const spellings = [String(literal), kebab(String(literal))];
    return spellings.some((spelling) => new RegExp(`(?<![\\w-])${literally(spelling)}(?![\\w-])`).test(told));
  };
  return literals(inWords(task.check)).filter((literal) => !isTold(literal));
}

/** Places of flows by the names that their kinds stand before, and whether a flow is to arrive left to the words of the text. */
function inWords({ reachable, ...rest }: Lab['tasks'][number]['check']): unknown {
  if (!reachable) return rest;
  return [reachable].flat().map(({ from, to, expect, ...flow }) => [nameAt(from), nameAt(to), flow]);
}

function literals(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(literals) : [];
}

const kebab = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
