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

export const demo: AdminCommand = {
  name: 'demo',
  usage: 'demo',
  summary: 'Make three learners who are at different places in the first lab',
  details: ['Their password is made up anew each time and printed.'],
  options: [],
  async run(_options, words) {
    noWords(words);
    await open();
    for (const { email } of learners) {
      if (await findAccountByEmail(email)) {
        throw new Refusal(`${email} exists already. The demonstration was made before.`);
      }
    }
    const password = randomBytes(9).toString('base64url');
    // The engine and the shell are loaded for this command only.
    const { makeLearners } = await import('./demo-learners');
    await makeLearners(learners, await hashPassword(password));
    for (const { name, email, done } of learners) {
      console.log(`${name.padEnd(8)}${email.padEnd(24)}${Math.round(done * 100)} % of the first lab`);
    }
    console.log(`All three sign in with the password ${password}`);
  },
};
