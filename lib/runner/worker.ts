import 'server-only';
import { readlinkSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { emptyWorld, fromJson, toJson } from '@/lib/engine/world';
import { startLab } from '@/lib/labs/start-lab';
import type { LineResult } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';
import type { Job, Message, Started, StartJob } from './job';

/** Entry of a worker thread: runs one line after another, each on a world of its own. */
const port = parentPort;
if (!port) throw new Error('this file runs as a worker thread');
/** A third of the processor where the server's thread wants the same: so much above its own niceness. */
const lowered = 5;
const send = (message: Message) => port.postMessage(message);

port.on('message', async (job: Job | StartJob) => {
  try {
    send({ kind: 'done', result: await resultOf(job) });
  } catch (error) {
    send({ kind: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

async function resultOf(job: Job | StartJob): Promise<LineResult | Started> {
  if ('line' in job) return runLine(fromJson(job.world), job.shell, job.line, job);
  const { world, shell } = await startLab(job.lab, job);
  return { world: toJson(world), shell };
}

// The first line of a thread loads and compiles the programs it uses: better before a learner waits for it.
const rehearsal = `aws ec2 describe-vpcs | jq .Vpcs | grep -v '"' | sed 's/a/b/' | awk '{ print }'; echo $RANDOM; X=$(ls)`;
await runLine(emptyWorld({ seed: 'rehearsal', now: 0 }), newShell(), rehearsal);
stepBack();
send({ kind: 'ready' });

/** Somebody's endless line must not take the processor from the server's own thread, which everybody waits for. */
function stepBack(): void {
  // Elsewhere a priority is the whole process's.
  if (process.platform !== 'linux') return;
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
  setPriority(thread, Math.min(getPriority() + lowered, constants.priority.PRIORITY_LOW));
}
