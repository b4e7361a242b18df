import 'server-only';
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
send({ kind: 'ready' });
