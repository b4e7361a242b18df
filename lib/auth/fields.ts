import 'server-only';
import { z } from 'zod';

/** Control characters, lone surrogates, and marks that turn the direction of the text after them. */
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
/** At least one sign that leaves ink: a name of blanks and joiners looks like no name. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** An address as it is stored: normalised before it is checked, so that look-alike signs do not make a second one. */
export const Email = z
  .string()
  .max(1_000, 'Use an address of at most 254 characters.')
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z.email('Write an e-mail address such as ada@example.org.').max(254, 'Use an address of at most 254 characters.'),
  );

/** What a person or a token is called. */
export const Name = z
  .string()
  .max(1_000, 'Use at most 80 characters.')
  .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .max(80, 'Use at most 80 characters.')
      .refine((name) => visible.test(name), 'Write a name.')
      .refine((name) => !unprintable.test(name), 'Use only characters that can be seen.'),
  );

/** A path of this site and nothing else: `//evil.example` and `javascript:` become the page of what one has done. */
export const LocalPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\w\-./?=&%#~]*$/)
  .catch('/progress');
