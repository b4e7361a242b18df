/** Scripts that prove a lab's checks. Apart from `Lab`, so that nothing a learner asks for ever holds a solution. */
export interface LabProof {
  /** AWS CLI lines that solve every task. */
  readonly solution: string;
  readonly sabotage: readonly Sabotage[];
}

/** A way to go wrong, and which tasks must notice. */
export interface Sabotage {
  /** Its file name without `.sh`. */
  readonly name: string;
  /** Ids of the tasks that fail by it, and no others. */
  readonly fails: readonly string[];
  /** Runs in the place of the solution; otherwise after it. */
  readonly instead: boolean;
  readonly script: string;
}

/**
 * Read a sabotage script. Its first line is `# fails: <task ids>`, with a second line `# instead of the solution`
 * where it cannot run after it. Throws when the first line is another.
 */
export function parseSabotage(name: string, script: string): Sabotage {
  const [first = '', second = ''] = script.split('\n');
  const ids = /^# fails: (.+)$/.exec(first)?.[1];
  if (!ids) throw new Error(`sabotage ${name} does not begin with "# fails: <task ids>"`);
  return { name, fails: ids.trim().split(/[\s,]+/), instead: second.trim() === '# instead of the solution', script };
}
