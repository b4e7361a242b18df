import { describe } from 'vitest';
import { eachDatabase } from './databases';
import { accessSuite } from './suites/access';
import { labAttemptsSuite } from './suites/lab-attempts';
import { usersSuite } from './suites/users';

// One file, so that PGlite and PostgreSQL are started once for all of it.
eachDatabase((_name, open) => {
  describe('users', () => usersSuite(open));
  describe('access', () => accessSuite(open));
  describe('lab attempts', () => labAttemptsSuite(open));
});
