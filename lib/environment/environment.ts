import 'server-only';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const shortestSecret = 32;

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'use file:… for SQLite or postgresql://… for PostgreSQL')
    .default('file:./data/patchbay.db'),
  NEXTAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'use the address that people open, such as https://learn.example.org',
      abort: true,
    })
    .refine((url) => new URL(url).pathname === '/', 'use an address without a path; Patchbay has a host for itself')
    .default('http://localhost:3000'),
  NEXTAUTH_SECRET: z.string().min(shortestSecret, `use at least ${shortestSecret} characters`).optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9]$/, 'use the number of proxies in front that add to X-Forwarded-For, 0 for none')
    .default('0'),
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((origin) => origin !== ''))
    .refine(
      (origins) => origins.every(isOrigin),
      'use origins with a space between them, such as https://school.example',
    ),
});

const isOrigin = (text: string): boolean =>
  /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;

export interface Environment {
  /** `file:…` (SQLite) or `postgresql://…`. */
  readonly databaseUrl: string;
  /** The address people open; absolute addresses come from it alone, never from a request. */
  readonly publicUrl: URL;
  /** What sessions and lab credentials are derived from. */
  readonly secret: string;
  /** How many proxies stand in front and add to X-Forwarded-For; with none, what it says is the client's own. */
  readonly trustedProxies: number;
  /** Whose pages may show a lab in a frame of theirs; with none there is no page for that. */
  readonly embedOrigins: readonly string[];
}

let parsed: Environment | undefined;

/**
 * The environment, parsed once. Throws one clear sentence for a bad value. Without NEXTAUTH_SECRET a secret is made
 * on the first start and kept beside the embedded database's file, in data/; several servers must share one by name.
 */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** The same of any variables. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(`${String(issue?.path[0])} is not usable: ${issue?.message}.`);
  }
  const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, TRUST_PROXY, EMBED_ORIGINS } = result.data;
  return {
    databaseUrl: DATABASE_URL,
    publicUrl: new URL(NEXTAUTH_URL),
    secret: NEXTAUTH_SECRET ?? keptSecret(DATABASE_URL),
    trustedProxies: Number(TRUST_PROXY),
    embedOrigins: EMBED_ORIGINS,
  };
}

function keptSecret(databaseUrl: string): string {
  const folder = databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice('file:'.length)) : 'data';
  const file = join(folder, 'secret');
  // For this user alone: password hashes lie here too.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = read(file) ?? make(file);
  if (secret.length < shortestSecret) {
    throw new Error(`${file} holds no secret. Take the file away for a new one; everybody then signs in again.`);
  }
  return secret;
}

function make(file: string): string {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    // The file has its name only when it is whole; of two first starts at once, one gives it and both read it.
    linkSync(own, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(own);
  }
  return readFileSync(file, 'utf8').trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
