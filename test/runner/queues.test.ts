import { expect, test } from 'vitest';
import { createQueues, QueueFull } from '@/lib/runner/queues';

/** Work that starts and ends when the test says so. */
function gate() {
  const log: string[] = [];
  const open = new Map<string, () => void>();
  return {
    log,
    work: (name: string) => () =>
      new Promise<string>((resolve) => {
        log.push(name);
        open.set(name, () => resolve(name));
      }),
    finish: async (name: string, done: Promise<unknown>) => {
      open.get(name)?.();
      await done;
      await settled();
    },
  };
}
/** Everything that can go on without anybody's doing has gone on. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('the lines of one attempt run one after another, in order', async () => {
  const queues = createQueues();
  const { log, work, finish } = gate();
  const lines = ['1', '2', '3'].map((name) => queues.run({ attempt: 'a', user: 'u' }, work(name)));
  await settled();
  expect(log).toEqual(['1']);
  await finish('1', lines[0] as Promise<string>);
  expect(log).toEqual(['1', '2']);
  await finish('2', lines[1] as Promise<string>);
  await finish('3', lines[2] as Promise<string>);
  expect(await Promise.all(lines)).toEqual(['1', '2', '3']);
});

test('a user has two lines running at most, and makes nobody else wait', async () => {
  const queues = createQueues({ perUser: 2 });
  const { log, work, finish } = gate();
  const first = queues.run({ attempt: 'a', user: 'u' }, work('a'));
  void queues.run({ attempt: 'b', user: 'u' }, work('b'));
  void queues.run({ attempt: 'c', user: 'u' }, work('c'));
  void queues.run({ attempt: 'd', user: 'v' }, work('d'));
  await settled();
  expect(log).toEqual(['a', 'b', 'd']);
  await finish('a', first);
  expect(log).toEqual(['a', 'b', 'd', 'c']);
});

test('two users of one attempt take turns on it', async () => {
  const queues = createQueues();
  const { log, work, finish } = gate();
  const first = queues.run({ attempt: 'a', user: 'u' }, work('u'));
  void queues.run({ attempt: 'a', user: 'v' }, work('v'));
  await settled();
  expect(log).toEqual(['u']);
  await finish('u', first);
  expect(log).toEqual(['u', 'v']);
});

test('a line that fails gives its place to the next one', async () => {
  const queues = createQueues();
  const turn = { attempt: 'a', user: 'u' };
  const failing = queues.run(turn, async () => {
    throw new Error('broken');
  });
  const next = queues.run(turn, async () => 'fine');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('fine');
});

test("lines that pile up are refused, another user's are not", async () => {
  const queues = createQueues({ perUser: 1, waiting: 2 });
  const { log, work } = gate();
  for (const name of ['1', '2', '3']) void queues.run({ attempt: name, user: 'u' }, work(name));
  await expect(queues.run({ attempt: '4', user: 'u' }, work('4'))).rejects.toThrow(QueueFull);
  void queues.run({ attempt: '5', user: 'v' }, work('5'));
  await settled();
  expect(log).toEqual(['1', '5']);
});
