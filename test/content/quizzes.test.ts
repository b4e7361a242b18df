import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFolders, readText } from '@/lib/content/folders';
import { loadProofs } from '@/lib/content/quiz-proofs';
import { findQuiz, loadQuizzes, parseQuizDocument, quizDocument, quizVersions } from '@/lib/content/quizzes';
import { readYaml } from '@/lib/content/read-yaml';
import { LessonQuestions } from '@/lib/lessons/lesson';
import { mutations } from '@/lib/quizzes/mutations';
import { prove } from '@/lib/quizzes/prove';
import type { Question } from '@/lib/quizzes/question';
import { QuizFile } from '@/lib/quizzes/quiz';

const quizzes = [...(await loadQuizzes()).values()];
const lessons = await Promise.all(
  (await listFolders('lessons')).map(async (slug) => {
    const yaml = await readText(['lessons', slug, 'questions.yaml'], '[]');
    return { slug, questions: readYaml(`lessons/${slug}/questions.yaml`, yaml, LessonQuestions) };
  }),
);
const sets = [
  ...quizzes.map(({ slug, questions }) => ({ kind: 'quizzes' as const, slug, questions })),
  ...lessons.map(({ slug, questions }) => ({ kind: 'lessons' as const, slug, questions })),
];

describe.each(sets.map((set) => [`${set.kind}/${set.slug}`, set] as const))('%s', (_, { kind, slug, questions }) => {
  test('every question but free ones has a proof, and there are no others', async () => {
    const proofs = await loadProofs(kind, slug);
    const keyed = questions.filter(({ type }) => type !== 'free').map(({ id }) => id);
    expect([...proofs.keys()].sort()).toEqual(keyed.sort());
  });

  const keyed = questions.filter(({ type }) => type !== 'free').map((question) => [question.id, question] as const);
  test.each(keyed)('%s: the key is what the engine does, and no other key would be', async (id, question) => {
    const proof = (await loadProofs(kind, slug)).get(id);
    if (!proof) throw new Error(`no proof of ${id}`);
    expect(await prove(question, proof)).toEqual([]);
    const others = mutations(question);
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(await prove(other, proof), JSON.stringify(other)).not.toEqual([]);
  });
});

test('the ids of right answers tell nothing: few come first by the alphabet', () => {
  const questions = sets.flatMap((set): readonly Question[] => set.questions);
  const first = questions.flatMap((question) => {
    if (question.type !== 'single') return [];
    const [least] = question.choices.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return [least?.correct ?? false];
  });
  expect(first.filter(Boolean).length).toBeLessThanOrEqual(first.length / 2);
});

describe('quizzes of content/', () => {
  test('are found by the name of their folder', async () => {
    expect(quizzes.length).toBeGreaterThan(0);
    for (const quiz of quizzes) expect(await findQuiz(quiz.slug)).toEqual(quiz);
    for (const slug of ['nowhere', '__proto__', '../labs/sandbox']) expect(await findQuiz(slug)).toBeUndefined();
  });

  test('become documents that give the same quiz and the same hash again', async () => {
    for (const quiz of quizzes) {
      const version = quizDocument(quiz);
      expect(version).toMatchObject({ kind: 'quiz', slug: quiz.slug, hash: expect.stringMatching(/^[\da-f]{64}$/) });
      expect(parseQuizDocument(version.document)).toEqual(quiz);
      expect(quizDocument(parseQuizDocument(version.document))).toEqual(version);
      expect(quizDocument({ ...quiz, title: `${quiz.title}.` }).hash).not.toBe(version.hash);
    }
    expect((await quizVersions()).map(({ slug }) => slug)).toEqual(quizzes.map(({ slug }) => slug));
  });

  test('hold no proof', async () => {
    for (const { slug, document } of await quizVersions()) {
      for (const proof of (await loadProofs('quizzes', slug)).values()) {
        const script = 'start' in proof ? proof.start : (proof.sabotage[0] ?? '');
        expect(document).not.toContain(JSON.stringify(script).slice(1, -1));
      }
    }
  });

  test('a text that is no quiz is refused', () => {
    expect(() => parseQuizDocument('{}')).toThrow();
    expect(() => parseQuizDocument('not JSON')).toThrow();
  });

  test('nothing that answers a learner reads proofs', () => {
    const sources = ['app', 'components', 'lib'].flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('generated'))
        .map((name) => join(root, name)),
    );
    const readers = sources.filter((path) =>
      /\/(quiz-proofs|proof|proof-run|prove|mutations)'/.test(readFileSync(path, 'utf8')),
    );
    const proving = ['prove', 'proof-run', 'proof', 'mutations'].map((name) => `lib/quizzes/${name}.ts`);
    expect(readers.filter((path) => !proving.includes(path))).toEqual(['lib/content/quiz-proofs.ts']);
  });
});

const head = 'title: T\nsummary: S\nminutes: 5\nquestions:';
const question = `
  - id: one
    type: single
    objective: SAA-C03/2.2
    claims: [1]
    sources: [https://docs.aws.amazon.com/x]
    stem: Which?
    explain: Because.
    choices:
      - { id: a, text: A, why: no }
      - { id: b, text: B, why: yes, correct: true }
      - { id: c, text: C, why: no }`;

describe('quiz.yaml', () => {
  test('is accepted as it should be', () => {
    expect(readYaml('quiz.yaml', head + question, QuizFile).questions[0]).toMatchObject({ type: 'single', points: 1 });
  });

  test.each([
    ['a misspelt key', `${head}${question}`.replace('minutes', 'minuts'), /minuts/],
    ['a misspelt key in a question', `${head}${question}\n    explanation: x`, /explanation/],
    ['a misspelt key in a choice', `${head}${question}`.replace('correct', 'corect'), /corect/],
    ['two questions with one id', `${head}${question}${question}`, /two questions have one id/],
    ['two choices with one id', `${head}${question}`.replace('id: c', 'id: a'), /two choices have one id/],
    ['two right choices', `${head}${question}`.replace('why: no }', 'why: no, correct: true }'), /exactly one/],
    ['no right choice', `${head}${question}`.replace(', correct: true', ''), /exactly one/],
    ['a choice without a why', `${head}${question}`.replace(', why: no', ''), /why/],
    ['no question', `${head} []`, /questions/],
    ['a source that is no https address', `${head}${question}`.replace('https:', 'http:'), /sources/],
    ['an id that is none', `${head}${question}`.replace('id: one', 'id: __proto__'), /id/],
  ])('%s is refused', (_, text, message) => {
    expect(() => readYaml('quiz.yaml', text, QuizFile)).toThrow(message);
  });
});
