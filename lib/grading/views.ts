import { z } from 'zod';
import { MarkView, RubricView } from '@/lib/quizzes/views';

/** What pages and programs see of classes, their work and its grading. */
export const ClassRole = z.enum(['learner', 'grader', 'instructor']);
export type ClassRole = z.output<typeof ClassRole>;

export const ClassSummary = z.object({ id: z.uuid(), name: z.string(), role: ClassRole, assignments: z.int() });
export type ClassSummary = z.output<typeof ClassSummary>;

export const AssignmentView = z.object({
  id: z.uuid(),
  quizSlug: z.string(),
  title: z.string(),
  dueAt: z.iso.datetime().optional(),
  releasedAt: z.iso.datetime().optional(),
  own: z
    .object({
      attemptId: z.uuid(),
      state: z.enum(['open', 'submitted']),
      submittedAt: z.iso.datetime().optional(),
      points: z.number().optional().describe('Absent until released.'),
      maxPoints: z.number().optional(),
    })
    .optional()
    .describe('The viewer’s own attempt.'),
  counts: z
    .object({ learners: z.int(), started: z.int(), submitted: z.int(), toMark: z.int() })
    .optional()
    .describe('For graders and instructors.'),
});
export type AssignmentView = z.output<typeof AssignmentView>;

export const ClassView = z.object({
  id: z.uuid(),
  name: z.string(),
  role: ClassRole,
  code: z.string().optional().describe('For instructors: what learners join with.'),
  assignments: z.array(AssignmentView),
  people: z
    .array(
      z.object({
        userId: z.string(),
        name: z.string(),
        email: z.string().optional().describe('For instructors.'),
        role: ClassRole,
        joinedAt: z.iso.datetime(),
      }),
    )
    .optional()
    .describe('For graders and instructors.'),
});
export type ClassView = z.output<typeof ClassView>;

export const GradingQueue = z.object({
  toMark: z.int(),
  items: z.array(
    z.object({
      answerId: z.uuid(),
      classId: z.uuid(),
      className: z.string(),
      assignmentId: z.uuid(),
      quizTitle: z.string(),
      questionId: z.string(),
      learner: z.string(),
      submittedAt: z.iso.datetime(),
    }),
  ),
});
export type GradingQueue = z.output<typeof GradingQueue>;

/** One answer beside its rubric. */
export const AnswerToGrade = z.object({
  answerId: z.uuid(),
  classId: z.uuid(),
  className: z.string(),
  quizTitle: z.string(),
  learner: z.string(),
  deleted: z.literal(true).optional().describe('The learner’s account is deleted, and with it what they wrote.'),
  submittedAt: z.iso.datetime(),
  stem: z.string(),
  text: z.string(),
  rubric: RubricView,
  sample: z.string(),
  maxPoints: z.number(),
  released: z.boolean().describe('The learner sees the mark; a change of it is shown to them as one.'),
  mark: MarkView.optional(),
  history: z.array(MarkView).describe('Earlier marks of this answer, newest first.'),
  next: z.uuid().optional().describe('The next answer of the queue.'),
  left: z.int().describe('How many answers of the queue are not marked, this one included.'),
});
export type AnswerToGrade = z.output<typeof AnswerToGrade>;

export const Gradebook = z.object({
  classId: z.uuid(),
  className: z.string(),
  assignments: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      maxPoints: z.number(),
      dueAt: z.iso.datetime().optional(),
      releasedAt: z.iso.datetime().optional(),
    }),
  ),
  learners: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      email: z.string().optional().describe('For instructors.'),
      grades: z
        .array(
          z.object({
            assignmentId: z.uuid(),
            attemptId: z.uuid().optional(),
            state: z.enum(['none', 'open', 'submitted']),
            submittedAt: z.iso.datetime().optional(),
            points: z.number().optional(),
            unmarked: z.int().optional(),
            answers: z
              .array(z.uuid())
              .optional()
              .describe('Of a submitted one, the answers that people mark, in the order of the questions.'),
          }),
        )
        .describe('One for each assignment, in their order.'),
    }),
  ),
});
export type Gradebook = z.output<typeof Gradebook>;
