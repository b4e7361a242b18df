import 'server-only';
import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2';
import { z } from 'zod';

/** argon2id (2 in the library's enumeration), 19 MiB, two passes: OWASP's first choice. 27 ms here, off the event loop. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Length counts, composition does not; what everybody guesses first is refused when it is set, not when it is checked. */
export const NewPassword = z
  .string()
  .min(8, 'Use at least 8 characters.')
  .max(200, 'Use at most 200 characters.')
  .transform((password) => password.normalize('NFKC'))
  .refine(async (password) => !(await isCommonPassword(password)), {
    error: 'This password is among the first ones that are guessed. Choose another.',
  });

/** Whether a password is among the ten thousand most used ones. The list is loaded when it is first asked. */
async function isCommonPassword(password: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const rank = dictionary['passwords-common'].indexOf(password.toLowerCase());
  return rank >= 0 && rank < 10_000;
}

/** At most two at once, so that a crowd at the door never takes the processor from those inside. */
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => argon2Hash(password.normalize('NFKC'), parameters));

/** The hash of nobody's password: an unknown account costs the same time as a known one. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$tds9fVRpALQMeIiQ+tngDQ$XlhW4bi6+toIfhtSa7tHIc8gkgSLjgDkOKrxSJbaT88';

/**
 * What `find` finds, if `password` is the one behind its hash. When there is nothing to find it takes as long.
 * `find` is called when the turn has come: tries that it counts there are few at a time, however many people wait.
 */
export const findByPassword = <T extends { readonly passwordHash: string }>(
  password: string,
  find: () => Promise<T | undefined>,
): Promise<T | undefined> =>
  inTurn(async () => {
    const found = await find();
    const matches = await argon2Verify(found?.passwordHash ?? nobody, password.normalize('NFKC'));
    return matches ? found : undefined;
  });

/** Whether a stored hash was made with other parameters than today's, and is to be made again at sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$');
