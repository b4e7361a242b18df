import { expect, test } from 'vitest';
import { loadLabs } from '@/lib/content/labs';
import { loadLessons } from '@/lib/content/lessons';
import { loadQuizzes } from '@/lib/content/quizzes';
import { byObjective, objectiveTitle } from '@/lib/progress/objectives';
import { type Facts, isEmpty, noFacts, type Outline, progressView } from '@/lib/progress/progress';

const both = ['SAA-C03/2.2', 'ANS-C01/3.3'];
const outline: Outline = {
  lessons: [
    { slug: 'eni', title: 'What an interface is', objectives: both, questions: 2 },
    { slug: 'later', title: 'Later', objectives: ['ANS-C01/3.3'], questions: 0 },
  ],
  labs: [
    { slug: 'move', title: 'Move one', objectives: ['SAA-C03/2.2'], tasks: 4 },
    { slug: 'sandbox', title: 'Sandbox', objectives: [], tasks: 0 },
  ],
  quizzes: [{ slug: 'quiz', title: 'Interfaces', objectives: both }],
  misconceptions: ['zones', 'moves'].map((id) => ({
    id,
    belief: 'A belief.',
    say: 'What is true.',
    href: '/labs/move',
    label: 'Lab: Move one',
    source: 'https://docs.aws.amazon.com/x',
  })),
};
const at = new Date('2026-11-21T10:00:00.000Z');
const view = (facts: Partial<Facts>) => progressView(outline, { ...noFacts, ...facts });
const objective = (facts: Partial<Facts>, id = 'SAA-C03/2.2') =>
  view(facts).objectives.find((each) => each.id === id)?.done;

test('who has done nothing sees all there is, undone, but for what has no end', () => {
  const none = view({});
  expect(none.lessons).toEqual([
    { slug: 'eni', title: 'What an interface is', answered: 0, questions: 2 },
    { slug: 'later', title: 'Later', answered: 0, questions: 0 },
  ]);
  expect(none.labs).toEqual([{ slug: 'move', title: 'Move one', tasksPassed: 0, tasksTotal: 4 }]);
  expect(none.quizzes).toEqual([{ slug: 'quiz', title: 'Interfaces', attempts: 0, open: false }]);
  expect(none.objectives.map(({ id, done }) => [id, done])).toEqual([
    ['SAA-C03/2.2', 0],
    ['ANS-C01/3.3', 0],
  ]);
  expect(isEmpty(none)).toBe(true);
});

test('an objective is the mean of what there is for it', () => {
  expect(objective({ lessons: [{ slug: 'eni', finishedAt: at, answered: 0 }] })).toBeCloseTo(1 / 3);
  expect(objective({ lessons: [{ slug: 'eni', answered: 2 }] }), 'a lesson is done when it is marked as read').toBe(0);
  const most: Partial<Facts> = {
    lessons: [{ slug: 'eni', finishedAt: at, answered: 2 }],
    labs: [{ slug: 'move', passed: 1 }],
    quizzes: [{ slug: 'quiz', attempts: 2, open: false, best: 0.8 }],
  };
  expect(objective(most)).toBeCloseTo((1 + 0.25 + 0.8) / 3);
  expect(objective(most, 'ANS-C01/3.3'), 'of two lessons and a quiz').toBeCloseTo((1 + 0 + 0.8) / 3);
  expect(view(most).objectives[0]?.items).toEqual([
    { kind: 'lesson', slug: 'eni', title: 'What an interface is', done: 1 },
    { kind: 'lab', slug: 'move', title: 'Move one', done: 0.25 },
    { kind: 'quiz', slug: 'quiz', title: 'Interfaces', done: 0.8 },
  ]);
});

test('a finished lab stays finished, and what an older version had counts for no more than there is', () => {
  expect(view({ labs: [{ slug: 'move', passed: 0, finishedAt: at, finishedAttempt: 'an-id' }] }).labs).toMatchObject([
    { tasksPassed: 4, tasksTotal: 4, finishedAt: at.toISOString(), finishedAttempt: 'an-id' },
  ]);
  expect(view({ labs: [{ slug: 'move', passed: 7 }] }).labs).toMatchObject([{ tasksPassed: 4, tasksTotal: 4 }]);
  expect(view({ lessons: [{ slug: 'eni', answered: 9 }] }).lessons).toMatchObject([{ answered: 2 }, {}]);
});

test('what is no longer there is left out; a class’s marks stay, under the name that is left', () => {
  const gone: Partial<Facts> = {
    lessons: [{ slug: 'gone', finishedAt: at, answered: 1 }],
    labs: [{ slug: 'sandbox', passed: 0 }],
    marks: [{ quizSlug: 'gone', className: 'Networks', points: 7, maxPoints: 10, unmarked: 0 }],
  };
  expect(view(gone)).toMatchObject({ lessons: [{ answered: 0 }, {}], labs: [{ slug: 'move' }] });
  expect(view(gone).marks).toEqual([
    { slug: 'gone', title: 'gone', className: 'Networks', points: 7, maxPoints: 10, unmarked: 0 },
  ]);
  expect(isEmpty(view(gone))).toBe(false);
  expect(isEmpty(view({ quizzes: [{ slug: 'quiz', attempts: 1, open: true }] }))).toBe(false);
});

test('beliefs that came up are listed once, the newest first, while they are in the content', () => {
  const later = new Date('2026-11-22T10:00:00.000Z');
  const came = view({
    misconceptions: [
      { misconception: 'moves', seenAt: at },
      { misconception: 'gone', seenAt: at },
      { misconception: 'zones', seenAt: later },
    ],
  });
  expect(came.misconceptions.map(({ id, seenAt, href }) => [id, seenAt, href])).toEqual([
    ['zones', later.toISOString(), '/labs/move'],
    ['moves', at.toISOString(), '/labs/move'],
  ]);
  expect(isEmpty(came)).toBe(false);
  expect(isEmpty(view({ misconceptions: [{ misconception: 'gone', seenAt: at }] }))).toBe(true);
});

test('every objective that our content names has a title, and the exams have an order', async () => {
  const content = await Promise.all([loadLabs(), loadLessons(), loadQuizzes()]);
  const ids = content.flatMap((all) =>
    [...all.values()].flatMap((each) =>
      'objectives' in each ? each.objectives : each.questions.map((question) => question.objective),
    ),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => objectiveTitle(id) === id)).toEqual([]);
  expect(['XYZ-C01/1.1', 'ANS-C01/1.1', 'SAA-C03/3.4', 'SAA-C03/1.2'].sort(byObjective)).toEqual([
    'SAA-C03/1.2',
    'SAA-C03/3.4',
    'ANS-C01/1.1',
    'XYZ-C01/1.1',
  ]);
});
