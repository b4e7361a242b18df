import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { FinishedLab } from '@/components/outcome/finished-lab';
import { loadLabProof } from '@/lib/content/lab-proofs';
import { findLab, labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { createGuest, type User } from '@/lib/db/users';
import { toJson } from '@/lib/engine/world';
import { scriptLines } from '@/lib/labs/script';
import { startAttempt } from '@/lib/usecases/lab-attempts';
import { outcome, outcomePage } from '@/lib/usecases/outcome';
import { progress } from '@/lib/usecases/progress';
import { runCommand } from '@/lib/usecases/run-command';
import { solution } from '@/lib/usecases/solution';
import { freshDatabase } from '../db/databases';

const once = () => undefined;
const slug = 'answers-that-never-return';
let ada: User;
let eve: User;
let id: string;

beforeAll(async () => {
  await freshDatabase();
  await store(await labVersions());
  ada = await createGuest();
  eve = await createGuest();
});
beforeEach(async () => {
  ({ id } = await startAttempt(ada, { slug }, once));
});

const run = (line: string) => runCommand(ada, { id, line }, once);
const solve = async () => {
  for (const { text } of scriptLines((await loadLabProof(slug)).solution)) await run(text);
};

test('the page of an outcome has what the API has, as accounts that can be drawn', async () => {
  await solve();
  await run('aws ec2 create-vpc --cidr-block 10.8.0.0/16');
  const { before, after, ports: _ports, ...words } = await outcome(ada, { id });
  const page = await outcomePage(ada, { id });
  if (typeof page.shown === 'string') throw new Error(page.shown);
  expect(page).toMatchObject({ slug, title: (await findLab(slug))?.title });
  expect(page.shown.outcome).toEqual(words);
  if (!page.shown.before || !page.shown.after) throw new Error('it is not drawn');
  expect([toJson(page.shown.before), toJson(page.shown.after)]).toEqual([before, after]);
  const { labs } = await progress(ada);
  expect(labs.find((lab) => lab.slug === slug)).toMatchObject({ finishedAttempt: id });
});

test('nobody’s, another’s, an absent and no attempt at all are answered alike', async () => {
  await solve();
  const asked: [User | undefined, string][] = [
    [undefined, id],
    [eve, id],
    [ada, '00000000-0000-4000-8000-000000000000'],
    ...['', 'nonsense', '__proto__', '\0', `${id}'--`, `${id} `].map((text): [User, string] => [ada, text]),
  ];
  for (const [user, text] of asked)
    await expect(outcomePage(user, { id: text }), text).rejects.toMatchObject({
      code: 'NotFound',
      message: 'You have no attempt with this id.',
    });
});

test('of an attempt that is not finished the page says why, and of which lab it is', async () => {
  const lab = { slug, title: (await findLab(slug))?.title };
  expect(await outcomePage(ada, { id })).toEqual({
    ...lab,
    shown: 'This lab is not finished: not all of its tasks have held yet.',
  });
  await solution(ada, { id }, once);
  await solve();
  expect(await outcomePage(ada, { id })).toEqual({
    ...lab,
    shown: expect.stringContaining('The solution was shown'),
  });
});

test('accounts that are too large are not drawn on the server, and the page says so', async () => {
  await run("S=$(aws ec2 describe-subnets --query 'Subnets[0].SubnetId' --output text)");
  for (let lines = 0; lines < 10; lines += 1) {
    await run('for n in $(seq 100); do aws ec2 create-network-interface --subnet-id $S > /dev/null; done');
  }
  await solve();
  const { shown } = await outcomePage(ada, { id });
  if (typeof shown === 'string') throw new Error(shown);
  expect([shown.before, shown.after]).toEqual([undefined, undefined]);
  const html = renderToStaticMarkup(createElement(FinishedLab, shown));
  expect(html).toContain('too large to be drawn here');
  expect(html).not.toContain('aria-label="Before');
  expect(html, 'the rest is there').toContain('AWS refused none.');
}, 60_000);
