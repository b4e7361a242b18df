import run from 'lighthouse';
import { freePort } from '../server/start-server';
import type { Figure } from './bench';
import { median } from './measure';
import { quietChromium } from './quiet-chromium';
import { startBoth } from './servers';

const rounds = 5;

/** Lighthouse's phone profile: performance against the bare page in turns; accessibility and best practices of every main page. */
export async function lighthouse(): Promise<Figure[]> {
  const both = await startBoth();
  const port = await freePort();
  const browser = await quietChromium([`--remote-debugging-port=${port}`]);
  try {
    const compared = {
      'home page': '/',
      'lesson page': '/lessons/what-an-elastic-network-interface-is',
      'quiz page': '/quizzes/interfaces-and-attachments',
      'lab page': '/labs/one-interface-two-instances',
    };
    const bare: number[] = [];
    const ours: Record<string, number[]> = Object.fromEntries(Object.keys(compared).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      bare.push(...(await scores(`${both.bare}/`, port, ['performance'])));
      for (const [name, path] of Object.entries(compared)) {
        ours[name]?.push(...(await scores(both.ours + path, port, ['performance'])));
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
      'sign-in page': '/sign-in',
    };
    for (const [name, path] of Object.entries(pages)) {
      const values = await scores(both.ours + path, port, ['accessibility', 'best-practices']);
      for (const [index, what] of ['accessibility', 'best practices'].entries()) {
        figures.push({ name: `${name}, Lighthouse ${what}`, value: values[index] ?? 0 });
      }
    }
    return figures;
  } finally {
    await browser.close();
    await both.stop();
  }
}

/** Scores of some categories in one run, 0 to 100. */
async function scores(url: string, port: number, categories: string[]): Promise<number[]> {
  const once = () => run(url, { port, onlyCategories: categories, logLevel: 'error' });
  const first = await once();
  // Now and then the browser loses the trace of a page load.
  const result = first?.lhr.runtimeError ? await once() : first;
  return categories.map((category) => {
    const value = result?.lhr.categories[category]?.score;
    if (typeof value !== 'number') throw new Error(`Lighthouse gave no score for ${url}`);
    return Math.round(value * 100);
  });
}
