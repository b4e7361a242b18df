import 'server-only';
import { createHash } from 'node:crypto';
import type { Answer } from '@/lib/quizzes/answer';
import { type CliRun, givenValues, judgeCli, type Scenario, scenarioJob } from '@/lib/quizzes/cli-answer';
import type { Question, QuestionOf } from '@/lib/quizzes/question';
import { runInPool, startInPool } from '@/lib/runner/pool';
import { inTurn } from '@/lib/runner/queues';

/** A world is some 100 kB in memory, a run some kB. */
const scenarios = new Map<string, Promise<Scenario>>();
const mostScenarios = 100;
const runs = new Map<string, Promise<CliRun>>();
const mostRuns = 4_000;

/** Longer than a lab's line has: what lines may do is counted, and a mark should not hang on how busy a machine is. */
const deadlineMs = 5_000;

/** Values of the variables that a question tells of, as its account has them; none for questions without an account. */
export async function givenOf(question: Question): Promise<Record<string, string>> {
  return question.type === 'cli' ? givenValues(question, await scenarioOf(question)) : {};
}

/**
 * Run an answer's lines on a copy of the question's account, and judge what they did. The same lines are run once
 * however many answer with them: same account, same lines, same verdict.
 */
export async function runCliAnswer(question: QuestionOf<'cli'>, answer: Answer): Promise<CliRun> {
  const lines = typeof answer === 'string' ? answer : '';
  const key = createHash('sha256')
    .update(JSON.stringify([question, lines]))
    .digest('hex');
  return remembered(runs, mostRuns, key, async () => {
    const scenario = await scenarioOf(question);
    const run = () => runInPool({ ...scenario, line: lines }, { deadlineMs });
    const first = await run();
    // Only this depends on the machine and the hour: once more, and the next one who asks has it run again.
    const result = first.limit === 'deadline' ? await run() : first;
    if (result.limit === 'deadline') runs.delete(key);
    return judgeCli(question, scenario, result);
  });
}

/**
 * Run a saved answer already, in its writer's turn, so that a class that hands in at the bell finds its runs done. Whatever goes
 * wrong is met again, and told, when the answer is marked.
 */
export function prepareCliAnswer(question: QuestionOf<'cli'>, answer: Answer, attemptId: string, userId: string): void {
  inTurn(attemptId, userId, () => runCliAnswer(question, answer)).catch(() => undefined);
}

function scenarioOf({ id, start }: QuestionOf<'cli'>): Promise<Scenario> {
  return remembered(scenarios, mostScenarios, JSON.stringify([id, start]), () =>
    startInPool(scenarioJob({ id, start })),
  );
}

/** What `make` gave for that key; a failure is not remembered, and past `most` the one not asked for longest goes. */
function remembered<T>(memory: Map<string, Promise<T>>, most: number, key: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  const value = known ?? make();
  memory.delete(key);
  memory.set(key, value);
  const [oldest] = memory.keys();
  if (memory.size > most && oldest !== undefined) memory.delete(oldest);
  if (!known) value.catch(() => memory.get(key) === value && memory.delete(key));
  return value;
}
