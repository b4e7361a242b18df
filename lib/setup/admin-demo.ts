import 'server-only';
import { randomBytes } from 'node:crypto';
import { hashPassword } from '@/lib/auth/password';
import { findAccountByEmail } from '@/lib/db/users';
import { type AdminCommand, noWords, Refusal } from './admin-command';
import { open } from './admin-database';
import type { DemoLearner } from './demo-learners';

const learners: readonly DemoLearner[] = [
  { name: 'Ada', email: 'ada@example.org', done: 1 },
  { name: 'Grace', email: 'grace@example.org', done: 0.5 },
  { name: 'Alan', email: 'alan@example.org', done: 0 },
];

const className = 'Networking 1';
const instructor = { name: 'Iris', email: 'iris@example.org' };

export const demo: AdminCommand = {
  name: 'demo',
  usage: 'demo',
  summary: 'Make a class of three learners at different places, with answers to grade',
  details: ['Its people have one password, made up anew each time and printed.'],
  options: [],
  async run(_options, words) {
    noWords(words);
    await open();
    for (const { email } of [...learners, instructor]) {
      if (await findAccountByEmail(email)) {
        throw new Refusal(`${email} exists already. The demonstration was made before.`);
      }
    }
    const password = randomBytes(9).toString('base64url');
    // The engine and the shell are loaded for this command only.
    const { makeLearners } = await import('./demo-learners');
    const passwordHash = await hashPassword(password);
    await makeLearners(learners, passwordHash);
    const { makeClass } = await import('./demo-class');
    const toMark = await makeClass(className, instructor, learners, passwordHash);
    for (const { name, email, done } of learners) {
      console.log(`${name.padEnd(8)}${email.padEnd(24)}${Math.round(done * 100)} % of the first lab`);
    }
    console.log(`All three sign in with the password ${password}`);
    console.log(`So does ${instructor.email}, who teaches them in '${className}' and has ${toMark} answers to mark.`);
  },
};
