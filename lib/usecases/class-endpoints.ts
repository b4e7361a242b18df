import 'server-only';
import { z } from 'zod';
import { type Endpoint, endpoint } from '@/lib/auth/endpoint';
import { userOf } from '@/lib/auth/user-of';
import { ClassSummary, ClassView, Gradebook, GradingQueue } from '@/lib/grading/views';
import { MarkView } from '@/lib/quizzes/views';
import { GetClass, getClass, listClasses } from './classes';
import { GetGradebook, gradebook, gradebookCsv } from './gradebook';
import { gradingQueue, PutMark, putMark } from './grading';

export const classEndpoints = {
  listClasses: endpoint({
    id: 'GET /api/v1/classes',
    summary: 'The classes that you are in',
    input: z.object({}),
    output: z.array(ClassSummary),
    handle: (caller) => listClasses(userOf(caller)),
  }),
  getClass: endpoint({
    id: 'GET /api/v1/classes/{id}',
    summary: 'A class with its work, and for those who teach it its people',
    input: GetClass,
    output: ClassView,
    handle: (caller, input) => getClass(userOf(caller), input),
  }),
  gradebook: endpoint({
    id: 'GET /api/v1/classes/{id}/gradebook',
    summary: 'What every learner of a class has, for its graders; as CSV with `Accept: text/csv`',
    input: GetGradebook,
    output: Gradebook,
    csv: gradebookCsv,
    handle: (caller, input) => gradebook(userOf(caller), input),
  }),
  gradingQueue: endpoint({
    id: 'GET /api/v1/grading/queue',
    summary: 'Answers that wait for a mark in the classes that you grade, oldest first',
    input: z.object({}),
    output: GradingQueue,
    handle: (caller) => gradingQueue(userOf(caller)),
  }),
  putMark: endpoint({
    id: 'PUT /api/v1/marks/{answerId}',
    summary: 'Mark a free answer: of a class that you grade, or your own in practice; a stale `version` answers 409',
    input: PutMark,
    output: MarkView,
    handle: (caller, input, keep) => putMark(userOf(caller), input, keep),
  }),
} satisfies Record<string, Endpoint>;
