import type { LabSummary, MisconceptionNote } from '@/lib/labs/views';
import type { LessonSummary } from '@/lib/lessons/views';
import type { QuizSummary } from '@/lib/quizzes/views';
import { byObjective, objectiveTitle } from './objectives';
import type { ProgressView } from './views';

/** What there is to do, in the order of the course. */
export interface Outline {
  readonly lessons: readonly Pick<LessonSummary, 'slug' | 'title' | 'objectives' | 'questions'>[];
  readonly labs: readonly Pick<LabSummary, 'slug' | 'title' | 'objectives' | 'tasks'>[];
  readonly quizzes: readonly Pick<QuizSummary, 'slug' | 'title' | 'objectives'>[];
  readonly misconceptions: readonly MisconceptionNote[];
}

/** What one person has done of it, and of things that are no longer there. */
export interface Facts {
  readonly lessons: readonly { readonly slug: string; readonly finishedAt?: Date; readonly answered: number }[];
  /** `passed`: tasks that hold in the attempt where most do. */
  readonly labs: readonly {
    readonly slug: string;
    readonly passed: number;
    readonly finishedAt?: Date;
    /** Id of the attempt that finished it, the newest of several. */
    readonly finishedAttempt?: string;
  }[];
  /** `best`: of grades that may be seen, from 0 to 1. */
  readonly quizzes: readonly {
    readonly slug: string;
    readonly attempts: number;
    readonly open: boolean;
    readonly best?: number;
  }[];
  /** Released work of classes, the newest first. */
  readonly marks: readonly {
    readonly quizSlug: string;
    readonly className: string;
    readonly points: number;
    readonly maxPoints: number;
    readonly unmarked: number;
  }[];
  /** Misconceptions that a step of theirs has shown, by id. */
  readonly misconceptions: readonly { readonly misconception: string; readonly seenAt: Date }[];
}

/** Where a person stands who has done nothing yet. */
export const noFacts: Facts = { lessons: [], labs: [], quizzes: [], marks: [], misconceptions: [] };

type Item = ProgressView['objectives'][number]['items'][number];

/**
 * Where a person stands. A lesson is done when it was marked as read, a lab by its tasks (once finished it stays so), a
 * quiz by its best grade; an objective is the mean of what there is for it. What has no end, such as a sandbox, is left out.
 */
export function progressView(outline: Outline, facts: Facts): ProgressView {
  const lessons = outline.lessons.map(({ slug, title, objectives, questions }) => {
    const fact = facts.lessons.find((each) => each.slug === slug);
    const answered = Math.min(fact?.answered ?? 0, questions);
    const row = { slug, title, ...finished(fact?.finishedAt), answered, questions };
    return { row, objectives, item: item('lesson', row, fact?.finishedAt ? 1 : 0) };
  });
  const labs = outline.labs
    .filter(({ tasks }) => tasks > 0)
    .map(({ slug, title, objectives, tasks }) => {
      const fact = facts.labs.find((each) => each.slug === slug);
      // An attempt of an older version may have held tasks that are gone.
      const tasksPassed = fact?.finishedAt ? tasks : Math.min(fact?.passed ?? 0, tasks);
      const row = {
        slug,
        title,
        tasksPassed,
        tasksTotal: tasks,
        ...finished(fact?.finishedAt),
        ...(fact?.finishedAttempt !== undefined && { finishedAttempt: fact.finishedAttempt }),
      };
      return { row, objectives, item: item('lab', row, tasksPassed / tasks) };
    });
  const quizzes = outline.quizzes.map(({ slug, title, objectives }) => {
    const fact = facts.quizzes.find((each) => each.slug === slug);
    const best = fact?.best;
    const row = {
      slug,
      title,
      attempts: fact?.attempts ?? 0,
      open: fact?.open ?? false,
      ...(best !== undefined && { best }),
    };
    return { row, objectives, item: item('quiz', row, best ?? 0) };
  });
  const titleOf = (slug: string) => outline.quizzes.find((quiz) => quiz.slug === slug)?.title ?? slug;
  return {
    lessons: lessons.map(({ row }) => row),
    labs: labs.map(({ row }) => row),
    quizzes: quizzes.map(({ row }) => row),
    marks: facts.marks.map(({ quizSlug, ...mark }) => ({ slug: quizSlug, title: titleOf(quizSlug), ...mark })),
    objectives: byEach([...lessons, ...labs, ...quizzes]),
    misconceptions: seen(outline, facts),
  };
}

/** The newest first; what `content/` has no more is left out. */
function seen(outline: Outline, facts: Facts): ProgressView['misconceptions'] {
  const notes = new Map(outline.misconceptions.map((note) => [note.id, note]));
  return [...facts.misconceptions]
    .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime())
    .flatMap(({ misconception, seenAt }) => {
      const note = notes.get(misconception);
      return note ? [{ ...note, seenAt: seenAt.toISOString() }] : [];
    });
}

function byEach(all: readonly { objectives: readonly string[]; item: Item }[]): ProgressView['objectives'] {
  const ids = [...new Set(all.flatMap(({ objectives }) => objectives))].sort(byObjective);
  return ids.map((id) => {
    const items = all.filter(({ objectives }) => objectives.includes(id)).map((each) => each.item);
    const done = items.reduce((sum, each) => sum + each.done, 0) / items.length;
    return { id, title: objectiveTitle(id), done, items };
  });
}

const finished = (at: Date | undefined) => at && { finishedAt: at.toISOString() };

const item = (kind: Item['kind'], { slug, title }: { slug: string; title: string }, done: number): Item => ({
  kind,
  slug,
  title,
  done,
});

/** Whether nothing was begun: a page then says what to begin with. */
export const isEmpty = ({ lessons, labs, quizzes, marks, misconceptions }: ProgressView): boolean =>
  marks.length === 0 &&
  misconceptions.length === 0 &&
  lessons.every(({ finishedAt, answered }) => !finishedAt && answered === 0) &&
  labs.every(({ finishedAt, tasksPassed }) => !finishedAt && tasksPassed === 0) &&
  quizzes.every(({ attempts }) => attempts === 0);
