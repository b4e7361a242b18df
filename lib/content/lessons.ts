import 'server-only';
import { createHash } from 'node:crypto';
import { Lesson, LessonHead, LessonQuestions } from '@/lib/lessons/lesson';
import { inCourseOrder } from './course';
import { listFolders, readText } from './folders';
import { readAll } from './read-all';
import { readYaml } from './read-yaml';

/** Longest text of a lesson, in characters. */
const longest = 64_000;

let cached: Promise<ReadonlyMap<string, Lesson>> | undefined;

/** Every lesson of `content/lessons` by its slug, the name of its folder, in the order of the course. Read once; while developing, each time. */
export function loadLessons(): Promise<ReadonlyMap<string, Lesson>> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readLessons();
  return cached;
}

async function readLessons(): Promise<ReadonlyMap<string, Lesson>> {
  const slugs = await inCourseOrder('lesson', await listFolders('lessons'));
  const lessons = await readAll(slugs.map(readLesson));
  return new Map(lessons.map((lesson) => [lesson.slug, lesson]));
}

async function readLesson(slug: string): Promise<Lesson> {
  const [mdx, questions] = await Promise.all([
    readText(['lessons', slug, 'lesson.mdx']),
    readText(['lessons', slug, 'questions.yaml'], '[]'),
  ]);
  return Lesson.parse({
    slug,
    ...parseLesson(`lessons/${slug}/lesson.mdx`, mdx),
    questions: readYaml(`lessons/${slug}/questions.yaml`, questions, LessonQuestions),
  });
}

/** The head, YAML between two lines of three dashes, and the MDX after it. Errors begin with `name`. */
export function parseLesson(name: string, mdx: string): LessonHead & { body: string } {
  if (mdx.length > longest) throw new Error(`content/${name}: longer than ${longest} characters`);
  const end = mdx.indexOf('\n---\n');
  if (!mdx.startsWith('---\n') || end < 0)
    throw new Error(`content/${name}: begins with a head between two lines of ---`);
  return { ...readYaml(name, mdx.slice(4, end + 1), LessonHead, 2), body: mdx.slice(end + 5) };
}

/** The lesson of that slug as `content/` has it now, or undefined. */
export async function findLesson(slug: string): Promise<Lesson | undefined> {
  return (await loadLessons()).get(slug);
}

/** What a lesson says, keys too, as one text under its hash: a row that never changes once an answer points at it. */
export interface LessonVersion {
  readonly hash: string;
  readonly kind: 'lesson';
  readonly slug: string;
  readonly document: string;
}

/** The versions of all lessons as `content/` has them now. */
export async function lessonVersions(): Promise<LessonVersion[]> {
  return [...(await loadLessons()).values()].map(lessonDocument);
}

/** A lesson as text and its SHA-256 in hex. The same lesson always gives the same two. */
export function lessonDocument(lesson: Lesson): LessonVersion {
  const document = JSON.stringify(lesson);
  return { hash: createHash('sha256').update(document).digest('hex'), kind: 'lesson', slug: lesson.slug, document };
}

/** The lesson that `lessonDocument` wrote down; refuses what is none. */
export const parseLessonDocument = (document: string): Lesson => Lesson.parse(JSON.parse(document));
