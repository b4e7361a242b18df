import 'server-only';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LineResult } from '@/lib/shell/line';
import { type Job, lost, type Message, type Started, type StartJob } from './job';

export interface PoolOptions {
  /** Threads that are kept ready: one more than a user may have lines running (queues.ts), so that others go on. */
  readonly warm?: number;
  /** Most threads; they are started when all others are busy. More than cores helps against endless lines, not against many. */
  readonly most?: number;
  /** How long a thread above `warm` may be idle before it ends. */
  readonly idleMs?: number;
  /** Memory of JavaScript a thread may fill before it is ended, MB. */
  readonly heapMb?: number;
}

export interface Pool {
  /**
   * Run a line in a thread. At the deadline, counted from when a thread takes it, the thread is ended and the answer
   * has `limit: 'deadline'`; so has the answer when the thread died. Rejects on a bug.
   */
  run(job: Job, options?: { readonly deadlineMs?: number }): Promise<LineResult>;
  /** Start a lab in a thread. Rejects when its script fails, which is a bug of the lab. */
  start(job: StartJob): Promise<Started>;
  /** End all threads; what still waits is rejected. */
  close(): Promise<void>;
}

interface Waiting {
  readonly job: Job | StartJob;
  readonly deadlineMs: number;
  readonly resolve: (result: LineResult | Started) => void;
  /** The thread was ended or died, for this reason. */
  readonly lose: (reason: string) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  state: 'starting' | 'idle' | 'busy';
  task?: Waiting;
  timer?: NodeJS.Timeout;
}

/** Threads that run lines off the server's event loop, so that no learner's line makes another wait. */
export function createPool(options: PoolOptions = {}): Pool {
  const { warm = 3, most = Math.max(4, 2 * availableParallelism()), idleMs = 30_000, heapMb = 256 } = options;
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let closed = false;

  function start(): void {
    const thread: Thread = { worker: startWorker(heapMb), state: 'starting' };
    threads.add(thread);
    thread.worker.on('message', (message: Message) => answer(thread, message));
    thread.worker.on('error', (error) => died(thread, error));
    thread.worker.on('exit', (code) => died(thread, new Error(`a shell thread ended with ${code}`)));
  }

  /** Hand waiting lines to idle threads, and start threads for those that are left over. */
  function dispatch(): void {
    for (const thread of threads) {
      if (thread.state !== 'idle') continue;
      const task = queue.shift();
      if (!task) break;
      take(thread, task);
    }
    const starting = [...threads].filter((thread) => thread.state === 'starting').length;
    const wanted = Math.max(warm - threads.size, queue.length - starting);
    for (let count = Math.min(wanted, most - threads.size); count > 0 && !closed; count -= 1) start();
  }

  function take(thread: Thread, task: Waiting): void {
    clearTimeout(thread.timer);
    thread.state = 'busy';
    thread.task = task;
    thread.worker.ref();
    thread.timer = setTimeout(() => {
      end(thread);
      task.lose(`this line took longer than ${task.deadlineMs / 1000} seconds and was ended`);
      dispatch();
    }, task.deadlineMs);
    thread.worker.postMessage(task.job);
  }

  function answer(thread: Thread, message: Message): void {
    if (!threads.has(thread)) return;
    clearTimeout(thread.timer);
    const { task } = thread;
    delete thread.task;
    thread.state = 'idle';
    // An idle thread is no reason for a program to go on.
    thread.worker.unref();
    thread.timer = setTimeout(() => retire(thread), idleMs).unref();
    if (message.kind === 'done') task?.resolve(message.result);
    if (message.kind === 'failed') task?.reject(new Error(`in a shell thread: ${message.stack}`));
    dispatch();
  }

  function retire(thread: Thread): void {
    if (threads.size > warm) end(thread);
  }

  function died(thread: Thread, error: Error): void {
    if (!threads.has(thread)) return;
    const { task, state } = thread;
    end(thread);
    const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (task && !memory) console.error('a shell thread broke', error);
    task?.lose(memory ? 'this line needed too much memory' : 'the shell broke under this line');
    // A thread that cannot even start will not start the next time either.
    if (state === 'starting') for (const waiting of queue.splice(0)) waiting.reject(error);
    else dispatch();
  }

  function end(thread: Thread): void {
    clearTimeout(thread.timer);
    threads.delete(thread);
    void thread.worker.terminate();
  }

  dispatch();
  return {
    run: (job, { deadlineMs = 2000 } = {}) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('the pool is closed');
        const lose = (reason: string) => resolve(lost(job, reason));
        // A worker answers a line with a line's result.
        queue.push({ job, deadlineMs, resolve: resolve as Waiting['resolve'], lose, reject });
        dispatch();
      }),
    start: (job) =>
      new Promise((resolve, reject) => {
        if (closed) throw new Error('the pool is closed');
        const lose = (reason: string) => reject(new Error(`lab ${job.lab.slug}: ${reason}`));
        // A worker answers a start with what was started.
        queue.push({ job, deadlineMs: startDeadlineMs, resolve: resolve as Waiting['resolve'], lose, reject });
        dispatch();
      }),
    async close() {
      closed = true;
      const all = [...threads];
      const left = [...queue.splice(0), ...all.flatMap(({ task }) => task ?? [])];
      for (const task of left) task.reject(new Error('the pool is closed'));
      for (const thread of all) end(thread);
      await Promise.all(all.map((thread) => thread.worker.terminate()));
    },
  };
}

function startWorker(heapMb: number): Worker {
  // No secret of the server is in reach of a thread that runs what strangers type.
  const options = { env: {}, resourceLimits: { maxOldGenerationSizeMb: heapMb } };
  return uncompiled
    ? new Worker(fromSources, { ...options, eval: true, execArgv: ['--conditions=react-server'] })
    : new Worker(new URL('./worker.ts', import.meta.url), options);
}

/** Run from the sources (tests, scripts) and not by Next, which compiles the thread's file as well. */
const uncompiled = process.env.NEXT_RUNTIME === undefined;

// tsx leaves threads alone unless it is called from within.
const fromSources = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)});
})`;

/** A lab's script has longer than a line: it is ours, and a class may start at once. */
const startDeadlineMs = 20_000;

// Next may load this module more than once in a process; the threads are the process's.
const shared = globalThis as typeof globalThis & { patchbayPool?: Pool };

function sharedPool(): Pool {
  shared.patchbayPool ??= createPool();
  return shared.patchbayPool;
}

/** Run a line in this process's pool; its threads start with the first job. */
export const runInPool = (job: Job, options?: { readonly deadlineMs?: number }): Promise<LineResult> =>
  sharedPool().run(job, options);

/** Start a lab in this process's pool. */
export const startInPool = (job: StartJob): Promise<Started> => sharedPool().start(job);
