import 'server-only';
import { createHash } from 'node:crypto';
import { Quiz, QuizFile } from '@/lib/quizzes/quiz';
import { listFolders, readText } from './folders';
import { readAll } from './read-all';
import { readYaml } from './read-yaml';

let cached: Promise<ReadonlyMap<string, Quiz>> | undefined;

/** Every quiz of `content/quizzes` by its slug, the name of its folder. Read once; while developing, each time. */
export function loadQuizzes(): Promise<ReadonlyMap<string, Quiz>> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readQuizzes();
  return cached;
}

async function readQuizzes(): Promise<ReadonlyMap<string, Quiz>> {
  const slugs = await listFolders('quizzes');
  const quizzes = await readAll(slugs.map(readQuiz));
  return new Map(quizzes.map((quiz) => [quiz.slug, quiz]));
}

async function readQuiz(slug: string): Promise<Quiz> {
  const yaml = await readText(['quizzes', slug, 'quiz.yaml']);
  return Quiz.parse({ slug, ...readYaml(`quizzes/${slug}/quiz.yaml`, yaml, QuizFile) });
}

/** The quiz of that slug as `content/` has it now, or undefined. An attempt goes on with the version it began with. */
export async function findQuiz(slug: string): Promise<Quiz | undefined> {
  return (await loadQuizzes()).get(slug);
}

/** What a quiz says, keys too, as one text under its hash: a row that never changes once an attempt points at it. */
export interface QuizVersion {
  readonly hash: string;
  readonly kind: 'quiz';
  readonly slug: string;
  readonly document: string;
}

/** The versions of all quizzes as `content/` has them now. */
export async function quizVersions(): Promise<QuizVersion[]> {
  return [...(await loadQuizzes()).values()].map(quizDocument);
}

/** A quiz as text and its SHA-256 in hex. The same quiz always gives the same two. */
export function quizDocument(quiz: Quiz): QuizVersion {
  const document = JSON.stringify(quiz);
  return { hash: createHash('sha256').update(document).digest('hex'), kind: 'quiz', slug: quiz.slug, document };
}

/** The quiz that `quizDocument` wrote down; refuses what is none. */
export const parseQuizDocument = (document: string): Quiz => Quiz.parse(JSON.parse(document));
