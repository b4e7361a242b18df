import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { loadLabs } from '@/lib/content/labs';
import { toJson } from '@/lib/engine/world';
import { type MomentJson, momentToJson, replay } from '@/lib/labs/replay';
import { scriptLines } from '@/lib/labs/script';
import type { ShellState } from '@/lib/shell/line';
import { snapshotOf } from '@/lib/usecases/live-attempts';
import { Attempt } from '../build/attempt';
import type { Figure } from './bench';
import { worldWith } from './worlds';

const open = 200;

/** What a saved interface and an open attempt take. */
export async function sizes(): Promise<Figure[]> {
  const [small, large] = [10, 10_000].map((count) => JSON.stringify(toJson(worldWith(count).world)).length);
  const perInterface = ((large ?? Number.NaN) - (small ?? Number.NaN)) / 9_990;
  const figures: Figure[] = [{ name: 'bytes of an interface in a saved world', value: perInterface }];
  const labs = await loadLabs();
  for (const lab of labs.values()) {
    if (lab.tasks.length === 0) continue;
    const attempt = await Attempt.begin(lab);
    for (const line of scriptLines((await loadLabProof(lab.slug)).solution)) await attempt.run(line.text);
    const { world, shell } = snapshotOf(attempt.moment, attempt.shell);
    const last = JSON.stringify(attempt.steps.at(-1));
    // As the server opens it: from texts, with nothing shared between two.
    const openOne = () => ({
      moment: replay(JSON.parse(world) as MomentJson, []),
      shell: JSON.parse(shell) as ShellState,
      last: JSON.parse(last) as unknown,
    });
    const kept = [openOne()];
    const before = heap();
    for (let count = 0; count < open; count += 1) kept.push(openOne());
    const bytes = (heap() - before) / open;
    const rows = Object.values(momentToJson(attempt.moment).world.tables).flat().length;
    figures.push({
      name: `heap of an open attempt, ${lab.slug} solved, kB`,
      value: bytes / 1024,
      detail: `${attempt.steps.length} steps, ${rows} records, ${kept.length} open`,
    });
  }
  return figures;
}

/** Bytes of the heap that are in use. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // What the flag gives.
  for (let times = 0; times < 3; times += 1) collect();
  return process.memoryUsage().heapUsed;
}
