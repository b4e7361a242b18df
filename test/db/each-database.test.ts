import { describe } from 'vitest';
import { eachDatabase } from './databases';
import { accessSuite } from './suites/access';
import { attemptMovesSuite } from './suites/attempt-moves';
import { classesSuite } from './suites/classes';
import { labAttemptsSuite } from './suites/lab-attempts';
import { labSharesSuite } from './suites/lab-shares';
import { labTimelinesSuite } from './suites/lab-timelines';
import { lessonsSuite } from './suites/lessons';
import { marksSuite } from './suites/marks';
import { misconceptionsSuite } from './suites/misconceptions';
import { notesSuite } from './suites/notes';
import { personSuite } from './suites/person';
import { progressSuite } from './suites/progress';
import { quizAttemptsSuite } from './suites/quiz-attempts';
import { usersSuite } from './suites/users';

// One file, so that PGlite and PostgreSQL are started once for all of it.
eachDatabase((name, open) => {
  describe('users', () => usersSuite(open));
  describe('access', () => accessSuite(open));
  describe('lab attempts', () => labAttemptsSuite(open));
  describe('lab timelines', () => labTimelinesSuite(open));
  describe('lab shares', () => labSharesSuite(open));
  // PGlite takes no second connection, and has no other servers to tell.
  if (name !== 'PGlite') describe('attempt moves', () => attemptMovesSuite(open));
  describe('lessons', () => lessonsSuite(open));
  describe('classes', () => classesSuite(open));
  describe('marks', () => marksSuite(open));
  describe('misconceptions', () => misconceptionsSuite(open));
  describe('notes', () => notesSuite(open));
  describe('person', () => personSuite(open));
  describe('progress', () => progressSuite(open));
  describe('quiz attempts', () => quizAttemptsSuite(open));
});
