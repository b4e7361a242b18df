import { quantile } from './measure';

/** Something that is done over and over, `lanes` at a time. */
export interface Work {
  readonly run: (lane: number) => Promise<unknown>;
  readonly lanes: number;
}

export interface Turn {
  /** How often in a second. */
  readonly rate: number;
  /** How long each took, ms. */
  readonly times: readonly number[];
}

/** Does each for `ms` and then the next, round after round, warm: what slows the machine slows all of a round. */
export async function inTurns<N extends string>(
  works: Readonly<Record<N, Work>>,
  { rounds, ms, warmUpMs }: { rounds: number; ms: number; warmUpMs: number },
): Promise<Record<N, Turn>[]> {
  const names = Object.keys(works) as N[]; // The record has these and no others.
  for (const name of names) await turn(works[name], warmUpMs);
  const made: Record<N, Turn>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = {} as Record<N, Turn>; // Filled by the next line.
    for (const name of names) one[name] = await turn(works[name], ms);
    made.push(one);
  }
  return made;
}

async function turn({ run, lanes }: Work, ms: number): Promise<Turn> {
  const times: number[] = [];
  const from = performance.now();
  const lane = async (_: unknown, index: number) => {
    for (let began = performance.now(); began - from < ms; ) {
      await run(index);
      const now = performance.now();
      times.push(now - began);
      began = now;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { rate: (times.length * 1_000) / (performance.now() - from), times };
}

/** The 99th percentile over all rounds, ms. */
export const p99 = <N extends string>(turns: readonly Readonly<Record<N, Turn>>[], name: N): number =>
  quantile(
    turns.flatMap((turn) => turn[name].times),
    0.99,
  );
