import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inCourseOrder } from '@/lib/content/course';
import { findLab, labDocument, labVersions, loadLabs, parseLabDocument } from '@/lib/content/labs';
import { readYaml } from '@/lib/content/read-yaml';
import { LabFile } from '@/lib/labs/lab';

const slugs = readdirSync('content/labs');

describe('labs of content/', () => {
  test('are found by the name of their folder', async () => {
    const found = [...(await loadLabs()).keys()];
    expect([...found].sort()).toEqual([...slugs].sort());
    expect([found[0], found.at(-1)]).toEqual(['one-interface-two-instances', 'sandbox']);
    expect((await findLab('sandbox'))?.kind).toBe('sandbox');
    expect(await findLab('nowhere')).toBeUndefined();
    expect(await findLab('__proto__')).toBeUndefined();
  });

  test('become documents that give the same lab and the same hash again', async () => {
    for (const lab of (await loadLabs()).values()) {
      const version = labDocument(lab);
      expect(version).toMatchObject({ kind: 'lab', slug: lab.slug, hash: expect.stringMatching(/^[\da-f]{64}$/) });
      const again = parseLabDocument(version.document);
      expect(again).toEqual(lab);
      expect(labDocument(again)).toEqual(version);
      expect(labDocument({ ...lab, title: `${lab.title}.` }).hash).not.toBe(version.hash);
    }
    expect((await labVersions()).map((version) => version.slug)).toEqual([...(await loadLabs()).keys()]);
  });

  test('hold no solution and no sabotage', async () => {
    for (const { slug, document } of await labVersions()) {
      for (const folder of [`content/labs/${slug}`, `content/labs/${slug}/sabotage`]) {
        for (const name of scripts(folder)) {
          if (name === 'start.sh') continue;
          const [line = ''] = readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(-1);
          expect(JSON.parse(document), `${folder}/${name}`).not.toHaveProperty('solution');
          expect(document.includes(line), `${folder}/${name}`).toBe(false);
        }
      }
    }
  });

  test('are ordered by the course, which names each of them once', async () => {
    const order = [...(await loadLabs()).keys()];
    expect(await inCourseOrder('lab', [...order].reverse())).toEqual(order);
    await expect(inCourseOrder('lab', [...order, 'another'])).rejects.toThrow(
      /^content\/course\.yaml:\d+: the lab 'another' is not in it; add '- another'/,
    );
    await expect(inCourseOrder('lab', order.slice(1))).rejects.toThrow(
      new RegExp(`^content/course\\.yaml:\\d+: there is no lab '${order[0]}'`),
    );
  });

  test('a text that is no lab is refused', () => {
    expect(() => parseLabDocument('{}')).toThrow();
    expect(() => parseLabDocument('not JSON')).toThrow();
  });

  test('nothing that answers a learner reads solutions', () => {
    const sources = ['app', 'components', 'lib'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('generated'))
        .map((name) => join(root, name)),
    );
    const readers = sources.filter((path) => /lab-proofs?'/.test(readFileSync(path, 'utf8')));
    // The demo's learners are made by the admin command, which nobody reaches from outside.
    expect(readers.filter((path) => path !== 'lib/setup/demo-learners.ts')).toEqual(['lib/content/lab-proofs.ts']);
    // Who asked for a solution is answered by one use case, and nothing else reads one.
    const answering = sources.filter((path) => /\/solutions'|solution\.sh/.test(readFileSync(path, 'utf8')));
    expect(answering.sort()).toEqual([
      'lib/content/lab-proofs.ts',
      'lib/content/solutions.ts',
      'lib/usecases/solution.ts',
    ]);
  });
});

function scripts(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sh'));
  } catch {
    return [];
  }
}

const task = `
  - id: one
    say: Do it.
    check: { interface: { subnet: subnet-a } }
    hints: [a, b, c]`;
const head = `
title: T
summary: S
kind: guided
objectives: [SAA-C03/2.2]
claims: [1]
sources: [https://docs.aws.amazon.com/x]`;

describe('lab.yaml', () => {
  test('is accepted as it should be', () => {
    expect(readYaml('lab.yaml', `${head}\ntasks:${task}`, LabFile).tasks[0]?.hints).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['a misspelt key', `${head}\nminuts: 5\ntasks:${task}`, /minuts/],
    ['a misspelt key in a task', `${head}\ntasks:${task}\n    hint: d`, /hint/],
    ['two hints', `${head}\ntasks:${task.replace('[a, b, c]', '[a, b]')}`, /tasks\[0\]\.hints/],
    ['four hints', `${head}\ntasks:${task.replace('[a, b, c]', '[a, b, c, d]')}`, /tasks\[0\]\.hints/],
    ['an unknown predicate', `${head}\ntasks:${task.replace('interface:', 'reachble:')}`, /reachble/],
    ['two tasks with one id', `${head}\ntasks:${task}${task}`, /lab\.yaml:13: tasks\[1\]\.id: two tasks have one id/],
    ['no tasks', `${head}\ntasks: []`, /has tasks/],
    ['a sandbox with tasks', `${head.replace('guided', 'sandbox')}\ntasks:${task}`, /a sandbox has no tasks/],
    ['an objective of no exam', `${head.replace('SAA-C03/2.2', 'SAA 2.2')}\ntasks:${task}`, /objectives/],
    ['a source that is no https address', `${head.replace('https:', 'javascript:')}\ntasks:${task}`, /sources/],
    ['a key twice', `${head}\ntitle: U\ntasks:${task}`, /unique/],
    ['an alias', `${head.replace('title: T', 'title: &a T')}\nregion: *a\ntasks:${task}`, /Alias/],
    ['what is no YAML', 'title: [', /lab\.yaml/],
    ['too long a text', `# ${'x'.repeat(64_000)}`, /longer than/],
  ])('%s is refused', (_, text, message) => {
    expect(() => readYaml('lab.yaml', text, LabFile)).toThrow(message);
  });
});
