import { readFileSync } from 'node:fs';
import { type APIRequestContext, expect, type Page, request } from '@playwright/test';

const slug = 'one-interface-two-instances';
/** The page of the first lab. */
export const firstLab = `/labs/${slug}`;

/** The lines of its solution. */
export const solution = readFileSync(`content/labs/${slug}/solution.sh`, 'utf8')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((text) => /^[^#]/.test(text));

/** What a network is made of, as AWS shows it. */
const kinds = ['network-interfaces', 'subnets', 'vpcs', 'route-tables', 'security-groups', 'network-acls'];

/** Every task of the lab that the page shows holds, and the network is the one that the solution makes. */
export async function expectDone(page: Page): Promise<void> {
  const tasks = page.locator('[data-task]');
  await expect(tasks).not.toHaveCount(0);
  await expect(tasks.and(page.locator('[data-passed=false]'))).toHaveCount(0);
  await expect(page.getByText('Finished')).toBeVisible();
  const origin = new URL(page.url()).origin;
  const somebody = await request.newContext();
  try {
    const id = await begin(somebody, origin);
    await solve(somebody, origin, id);
    const listed = await page.request.get(`${origin}/api/v1/lab-attempts?slug=${slug}`);
    // The newest comes first.
    const [{ id: own } = { id: '' }] = (await listed.json()) as { id: string }[];
    const wanted = await network(somebody, origin, id);
    // What is attaching settles.
    await expect.poll(() => network(page.request, origin, own)).toEqual(wanted);
  } finally {
    await somebody.dispose();
  }
}

/** A new attempt of the lab, by its id. */
export async function begin(by: APIRequestContext, origin: string): Promise<string> {
  const started = await by.post(`${origin}/api/v1/labs/${slug}/attempts`, { headers: { origin }, data: {} });
  return ((await started.json()) as { id: string }).id;
}

/** Every line of the solution, as if somebody typed it. */
export async function solve(by: APIRequestContext, origin: string, id: string): Promise<void> {
  for (const line of solution) await run(by, origin, id, line);
}

/** The network of an attempt, with a number for each id, address and MAC, in the order in which they come. */
async function network(by: APIRequestContext, origin: string, id: string): Promise<unknown[]> {
  const seen = new Map<string, string>();
  const numbered = (word: string) => (found: string) => {
    const number = seen.get(found) ?? `${word}-${seen.size + 1}`;
    seen.set(found, number);
    return number;
  };
  const described: unknown[] = [];
  for (const kind of kinds) {
    const text = (await run(by, origin, id, `aws ec2 describe-${kind} --output json`))
      .replace(/[a-z]+(-[a-z]+)*-[0-9a-f]{17}/g, numbered('id'))
      .replace(/([0-9a-f]{2}:){5}[0-9a-f]{2}/g, numbered('mac'))
      .replace(/ip-[\d-]+\d/g, numbered('name'))
      .replace(/"\d+\.\d+\.\d+\.\d+"/g, (found) => `"${numbered('address')(found)}"`)
      .replace(/"\d{12}"/g, '"account"')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, 'time');
    described.push(JSON.parse(text));
  }
  return described;
}

/** What a line prints. Nobody typed it, and a read is no step. */
async function run(by: APIRequestContext, origin: string, id: string, line: string): Promise<string> {
  const answer = await by.post(`${origin}/api/v1/lab-attempts/${id}/commands`, { headers: { origin }, data: { line } });
  expect(answer.status(), line).toBe(200);
  return ((await answer.json()) as { stdout: string }).stdout;
}
