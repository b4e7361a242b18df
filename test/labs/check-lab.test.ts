import { expect, test } from 'vitest';
import { checkLab } from '@/lib/labs/check-lab';
import type { Task } from '@/lib/labs/lab';
import { Attempt } from '../build/attempt';
import { twoServers } from '../build/lab';

const hints: Task['hints'] = ['a nudge', 'a direction', 'a shape'];
const tasks: Task[] = [
  { id: 'stopped', say: 'Stop `web-1`.', check: { instance: { name: 'web-1', state: 'stopped' } }, hints },
  { id: 'address', say: 'Allocate an address.', check: { elasticIp: {} }, hints },
];
const begin = (kind: 'guided' | 'challenge') => Attempt.begin({ ...twoServers, kind, tasks });
const stop =
  "I=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text); aws ec2 stop-instances --instance-ids $I; aws ec2 wait instance-stopped --instance-ids $I";
const start = 'aws ec2 start-instances --instance-ids $I';
const allocate = 'aws ec2 allocate-address --domain vpc';

test('guided: a task stays passed once it held on this path', async () => {
  const attempt = await begin('guided');
  await attempt.run(stop);
  expect(attempt.result).toEqual({
    tasks: [
      { id: 'stopped', passed: true, found: 'web-1 is stopped.' },
      { id: 'address', passed: false, found: 'There is no Elastic IP address.' },
    ],
    ticked: ['stopped'],
    finished: false,
  });
  await attempt.run(start);
  expect(attempt.result.tasks[0]).toEqual({ id: 'stopped', passed: true });
  await attempt.run(allocate);
  expect(attempt.result.finished).toBe(true);
  expect(attempt.result.ticked).toEqual(['stopped', 'address']);
});

test('guided: undo takes back what held on the undone steps only', async () => {
  const attempt = await begin('guided');
  await attempt.run(allocate);
  await attempt.run(stop);
  attempt.undo(1);
  expect(attempt.result.ticked).toEqual(['address']);
  attempt.undo(0);
  expect(attempt.result.ticked).toEqual([]);
  await attempt.run(stop);
  expect(attempt.result.ticked).toEqual(['stopped']);
});

test('challenge: all must hold together, here and now', async () => {
  const attempt = await begin('challenge');
  await attempt.run(stop);
  await attempt.run(start);
  await attempt.run(allocate);
  expect(attempt.result.tasks[0]).toEqual({ id: 'stopped', passed: false, found: 'web-1 is pending.' });
  expect(attempt.result.finished).toBe(false);
  await attempt.run(stop);
  expect(attempt.result.finished).toBe(true);
});

test('a sandbox never finishes', async () => {
  const attempt = await Attempt.begin(twoServers);
  expect(checkLab({ kind: 'sandbox', tasks: [] }, attempt.moment)).toEqual({ tasks: [], ticked: [], finished: false });
});
