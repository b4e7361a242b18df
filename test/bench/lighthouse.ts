import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import run from 'lighthouse';
import { chromiumPath } from '../e2e/playwright.config';
import { freePort } from '../server/start-server';
import type { Figure } from './bench';
import { median } from './measure';
import { startBoth } from './servers';

const rounds = 5;

/** Lighthouse's phone profile: performance against the bare page in turns, accessibility of every main page. */
export async function lighthouse(): Promise<Figure[]> {
  const both = await startBoth();
  const port = await freePort();
  const browser = await launch(port);
  try {
    const compared = {
      'home page': '/',
      'lesson page': '/lessons/what-an-elastic-network-interface-is',
      'quiz page': '/quizzes/interfaces-and-attachments',
    };
    const bare: number[] = [];
    const ours: Record<string, number[]> = Object.fromEntries(Object.keys(compared).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await score(`${both.bare}/`, port, 'performance'));
      for (const [name, path] of Object.entries(compared)) {
        ours[name]?.push(await score(both.ours + path, port, 'performance'));
      }
    }
    const figures: Figure[] = Object.entries(ours).map(([name, scores]) => ({
      name: `${name}, Lighthouse performance − bare page`,
      value: median(scores) - median(bare),
      detail: `${scores.join(' ')} to ${bare.join(' ')}`,
    }));
    const pages = {
      ...compared,
      'progress page': '/progress',
      'labs page': '/labs',
      'lab page': '/labs/one-interface-two-instances',
      'sign-in page': '/sign-in',
    };
    for (const [name, path] of Object.entries(pages)) {
      figures.push({
        name: `${name}, Lighthouse accessibility`,
        value: await score(both.ours + path, port, 'accessibility'),
      });
    }
    return figures;
  } finally {
    await browser.close();
    await both.stop();
  }
}

function launch(port: number): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      `--remote-debugging-port=${port}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--crash-dumps-dir=${mkdtempSync(join(tmpdir(), 'chromium-'))}`,
    ],
  });
}

/** A category's score, 0 to 100. */
async function score(url: string, port: number, category: 'performance' | 'accessibility'): Promise<number> {
  const result = await run(url, { port, onlyCategories: [category], logLevel: 'error' });
  const value = result?.lhr.categories[category]?.score;
  if (typeof value !== 'number') throw new Error(`Lighthouse gave no score for ${url}`);
  return Math.round(value * 100);
}
