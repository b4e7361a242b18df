import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAccount } from '@/lib/engine/create-account';
import { execute } from '@/lib/engine/execute';
import { defaultQuotas } from '@/lib/engine/quotas';
import { toJson, type World } from '@/lib/engine/world';
import type { ShellState } from '@/lib/shell/line';
import { runLine } from '@/lib/shell/run-line';
import { newShell } from '@/lib/shell/shell-state';

// What AWS answers is read here and written nowhere: see the head of the file.
const line = z.string();
const Row = z.strictObject({
  case: z.string(),
  evidence: z.string().regex(/^\[(aws|doc|peer)\]/),
  quotas: z.partialRecord(z.enum(Object.keys(defaultQuotas) as [keyof typeof defaultQuotas]), z.int()).optional(),
  start: z.array(z.string()).default([]),
  given: z.array(line).default([]),
  when: z.union([line, z.strictObject({ operation: z.string(), input: z.record(z.string(), z.unknown()) })]),
  code: z.union([z.string().transform((code) => [code]), z.array(z.string())]).optional(),
  message: z.string().optional(),
  begins: z.string().optional(),
  status: z.int().optional(),
});
type Row = z.output<typeof Row>;
const { starts, refusals } = z
  .strictObject({ starts: z.record(z.string(), z.array(line)), refusals: z.array(Row) })
  .parse(parse(readFileSync('test/engine/refusals.yaml', 'utf8')));

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status?: number;
}

test.each(refusals.map((row) => [row.case, row] as const))('%s', async (_, row) => {
  const world = createAccount({ seed: row.case, now: Date.UTC(2026, 0, 31) });
  Object.assign(world, { quotas: { ...world.quotas, ...row.quotas } });
  const shell = await prepare(world, row);
  const before = JSON.stringify({ ...toJson(world), now: 0 });

  const refusal = await refusalOf(world, shell, row.when);

  if (row.code) expect(row.code).toContain(refusal.code);
  else expect(refusal.code).not.toBe('NotModelled');
  if (row.message !== undefined) expect(refusal.message).toBe(fill(row.message, shell));
  if (row.begins !== undefined) expect(refusal.message.slice(0, row.begins.length)).toBe(row.begins);
  if (row.status !== undefined) expect(refusal.status).toBe(row.status);
  expect(JSON.stringify({ ...toJson(world), now: 0 }), 'a refusal changes nothing').toBe(before);
});

test('no case stands there twice, and every start is used', () => {
  expect(new Set(refusals.map((row) => row.case)).size).toBe(refusals.length);
  expect(Object.keys(starts).filter((name) => !refusals.some((row) => row.start.includes(name)))).toEqual([]);
});

/** Run the row's starts and its own lines; each has to succeed. */
async function prepare(world: World, row: Row): Promise<ShellState> {
  let shell = newShell();
  for (const text of [...row.start.flatMap((name) => starts[name] ?? [`no start ${name}`]), ...row.given]) {
    const result = await runLine(world, shell, text);
    expect(result.exitCode, `${text}\n${result.stderr}`).toBe(0);
    shell = result.shell;
  }
  return shell;
}

async function refusalOf(world: World, shell: ShellState, when: Row['when']): Promise<Refusal> {
  if (typeof when !== 'string') {
    const input: unknown = JSON.parse(fill(JSON.stringify(when.input), shell));
    const outcome = execute(world, { operation: when.operation, input: input as object });
    if (outcome.ok) throw new Error(`accepted: ${JSON.stringify(outcome.output)}`);
    const { code, message, status } = outcome.error;
    return { code, message, status };
  }
  const { stdout, stderr, exitCode } = await runLine(world, shell, when);
  const said = /^\s*(?:aws: \[ERROR\]: )?An error occurred \(([^)]+)\) when calling the \w+ operation: (.*?)\n*$/s.exec(
    stderr,
  );
  if (!said) throw new Error(`not refused by EC2, exit code ${exitCode}: ${stdout}${stderr}`);
  const [, code = '', message = ''] = said;
  return { code, message };
}

/** `${NAME}` is a variable of the shell. */
const fill = (text: string, shell: ShellState): string =>
  text.replace(/\$\{([A-Z0-9_]+)\}/g, (_, name: string) => shell.env[name] ?? `no variable ${name}`);
