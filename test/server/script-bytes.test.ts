import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Both, startBoth } from '../bench/servers';

let both: Both;
beforeAll(async () => {
  both = await startBoth();
});
afterAll(() => both.stop());

/** Scripts that a page asks for before anybody does anything, as a modern browser does: bytes, compressed. */
async function scriptBytes(page: string): Promise<number> {
  const html = await (await fetch(page)).text();
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link\b[^>]*\brel="(?:modulepreload|preload)"[^>]*>/g)]
    .filter(([tag]) => /modulepreload|as="script"/.test(tag))
    .map(([tag]) => /href="([^"]+)"/.exec(tag));
  const urls = new Set([...tags, ...preloads].flatMap((match) => (match?.[1] ? [new URL(match[1], page).href] : [])));
  expect(urls.size).toBeGreaterThan(0);
  const sizes = await Promise.all(
    [...urls].map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the home page asks for at most 15 kB of script more than the bare page', async () => {
  const more = (await scriptBytes(`${both.ours}/`)) - (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(15_000);
});

test('the list of labs asks for at most 20 kB more', async () => {
  const more = (await scriptBytes(`${both.ours}/labs`)) - (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(20_000);
});

test('the search asks for at most 30 kB more, its library included', async () => {
  const more = (await scriptBytes(`${both.ours}/search`)) - (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(30_000);
});

test('the terminal and the engine are not among what a lab asks for first', async () => {
  const more =
    (await scriptBytes(`${both.ours}/labs/one-interface-two-instances`)) - (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(30_000);
});

test('a lesson asks for at most 30 kB more: the engine and its picture come when an experiment begins', async () => {
  const more =
    (await scriptBytes(`${both.ours}/lessons/what-an-elastic-network-interface-is`)) -
    (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(30_000);
});

test('a quiz asks for at most 60 kB more', async () => {
  const more =
    (await scriptBytes(`${both.ours}/quizzes/interfaces-and-attachments`)) - (await scriptBytes(`${both.bare}/`));
  expect(more).toBeLessThanOrEqual(60_000);
});
