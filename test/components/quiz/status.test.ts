import { expect, test } from 'vitest';
import { statusOf } from '@/components/quiz-list/status';
import type { QuizAttemptSummary } from '@/lib/quizzes/views';

const attempt = (more: Partial<QuizAttemptSummary>): QuizAttemptSummary => ({
  id: '00000000-0000-4000-8000-000000000000',
  slug: 'quiz',
  title: 'Quiz',
  state: 'submitted',
  answered: 3,
  questions: 10,
  startedAt: '2026-07-03T10:00:00.000Z',
  ...more,
});

test('nothing begun is nothing', () => expect(statusOf([])).toEqual({ kind: 'none' }));

test('what is under way comes before any grade', () => {
  const open = attempt({ state: 'open' });
  expect(statusOf([attempt({ points: 9, maxPoints: 10 }), open])).toEqual({ kind: 'open', attempt: open });
});

test('of several grades the best, by share', () => {
  const attempts = [attempt({ points: 6, maxPoints: 10 }), attempt({ points: 4, maxPoints: 5 }), attempt({})];
  expect(statusOf(attempts)).toEqual({ kind: 'graded', points: 4, maxPoints: 5 });
});

test('marks that are not shown yet are no grade', () => expect(statusOf([attempt({})])).toEqual({ kind: 'handed-in' }));
