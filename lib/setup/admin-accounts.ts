import 'server-only';
import { Email, Name } from '@/lib/auth/fields';
import { hashPassword, NewPassword } from '@/lib/auth/password';
import { newToken } from '@/lib/auth/tokens';
import { record } from '@/lib/db/audit';
import { createAccount, findAccountByEmail, setPassword, setRole, type User } from '@/lib/db/users';
import { type AdminCommand, needed, noWords, Refusal, UsageError } from './admin-command';
import { open } from './admin-database';
import { readPassword } from './admin-password';

/** What an administrator calls a person's rights. */
const rights = {
  learner: { role: 'user', mayMakeClasses: false },
  instructor: { role: 'user', mayMakeClasses: true },
  administrator: { role: 'administrator', mayMakeClasses: true },
} as const;

function rightsOf(role: string) {
  if (role === 'learner' || role === 'instructor' || role === 'administrator') return rights[role];
  throw new UsageError(`--role is '${role}'; it can be learner, instructor or administrator.`);
}

const roles = 'learner|instructor|administrator';
const passwordDetails = [
  '',
  'Without --password, the password is asked for, or read as a line from standard input. At least 8 characters.',
];

export const createUser: AdminCommand = {
  name: 'create-user',
  usage: `create-user --email E [--password P] [--name N] [--role ${roles}]`,
  summary: 'Make an account',
  details: ['An instructor may make classes. Without --role it is a learner.', ...passwordDetails],
  options: ['email', 'password', 'name', 'role'],
  async run(options, words) {
    noWords(words);
    const email = Email.parse(needed(options, 'email'));
    const given = rightsOf(options.role ?? 'learner');
    const name = Name.parse(options.name ?? email.replace(/@.*/, ''));
    const password = await NewPassword.parseAsync(await readPassword(options.password));
    await open();
    const user = await createAccount({ email, name, passwordHash: await hashPassword(password), ...given });
    await record({ actorId: null, action: 'user.create', subject: `user:${user.id}`, after: given });
    console.log(`Made the account ${email}.`);
  },
};

export const setRoleCommand: AdminCommand = {
  name: 'set-role',
  usage: `set-role --email E --role ${roles} [--reason R]`,
  summary: 'Change what an account may do',
  details: ['It holds from the next request on. The last administrator stays one.'],
  options: ['email', 'role', 'reason'],
  async run(options, words) {
    noWords(words);
    const given = rightsOf(needed(options, 'role'));
    const user = await findUser(needed(options, 'email'));
    await setRole(user.id, given, { actorId: null, ...(options.reason !== undefined && { reason: options.reason }) });
    console.log(`${user.email} is now: ${options.role}.`);
  },
};

export const resetPassword: AdminCommand = {
  name: 'reset-password',
  usage: 'reset-password --email E [--password P]',
  summary: 'Give an account a new password',
  details: ['It ends every session of the account; tokens stay.', ...passwordDetails],
  options: ['email', 'password'],
  async run(options, words) {
    noWords(words);
    const user = await findUser(needed(options, 'email'));
    const password = await NewPassword.parseAsync(await readPassword(options.password));
    await setPassword(user.id, await hashPassword(password));
    await record({ actorId: null, action: 'user.reset-password', subject: `user:${user.id}` });
    console.log(`${user.email} has a new password and is signed out everywhere.`);
  },
};

export const createTokenCommand: AdminCommand = {
  name: 'create-token',
  usage: 'create-token --email E [--name N]',
  summary: 'Make a token for the API, and print it',
  details: ['It is shown once and may do what its account may. Its owner can revoke it in Settings.'],
  options: ['email', 'name'],
  async run(options, words) {
    noWords(words);
    const name = Name.parse(options.name ?? 'made on the command line');
    const user = await findUser(needed(options, 'email'));
    console.log(await newToken(user.id, name));
  },
};

async function findUser(address: string): Promise<User> {
  const email = Email.parse(address);
  await open();
  const found = await findAccountByEmail(email);
  if (!found) throw new Refusal(`No account has the address ${email}.`);
  return found.user;
}
