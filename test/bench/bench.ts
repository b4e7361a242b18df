import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { bell } from './bell';
import { endpoint } from './endpoint';
import { engine } from './engine';
import { engineDescribe } from './engine-describe';
import { firstCommand } from './first-command';
import { hostile } from './hostile';
import { http } from './http';
import { lighthouse } from './lighthouse';
import { pages } from './pages';
import { reach } from './reach';
import { replaySlope } from './replay';
import { sizes } from './sizes';

/** One line of the table. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What it was made of, for the reader. */
  readonly detail?: string;
}

const Goals = z.record(z.string(), z.strictObject({ least: z.number().optional(), most: z.number().optional() }));
const goals = Goals.parse(JSON.parse(readFileSync(new URL('goals.json', import.meta.url), 'utf8')));
const parts = {
  engine,
  describe: engineDescribe,
  reach,
  replay: replaySlope,
  sizes,
  http,
  endpoint,
  hostile,
  pages,
  bell,
  'first-command': firstCommand,
  lighthouse,
};

const words = process.argv.slice(2);
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((word) => !(word in parts));
if (unknown.length > 0) {
  console.error(`There is no benchmark '${unknown.join("', '")}'. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring: ${name}`);
  figures.push(...(await measure()));
}

const misses = figures.filter(({ name, value }) => {
  const goal = goals[name];
  return (goal?.least !== undefined && value < goal.least) || (goal?.most !== undefined && value > goal.most);
});
const goalText = (name: string) => {
  const goal = goals[name];
  if (goal?.least !== undefined) return `≥ ${goal.least.toLocaleString('en')}`;
  return goal?.most !== undefined ? `≤ ${goal.most.toLocaleString('en')}` : '';
};
const number = (value: number) =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : value.toLocaleString('en', { maximumFractionDigits: 3 });

if (words.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else {
  for (const { name, value, detail } of figures) {
    const verdict = misses.some((miss) => miss.name === name) ? ' MISSED' : '';
    console.log(
      `${name.padEnd(66)} ${number(value).padStart(12)}  ${goalText(name).padEnd(12)}${verdict}  ${detail ?? ''}`,
    );
  }
}
if (words.includes('--check') && misses.length > 0) {
  console.error(`${misses.length} past their goals.`);
  process.exit(1);
}
process.exit(0);
