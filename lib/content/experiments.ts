import 'server-only';
import { z } from 'zod';
import { ComingExperiment, ExperimentFile } from '@/lib/lessons/experiment';
import { listFiles, readText } from './folders';
import { readAll } from './read-all';
import { readYaml } from './read-yaml';

interface Experiments {
  readonly ready: ReadonlyMap<string, ExperimentFile>;
  readonly coming: ReadonlyMap<string, ComingExperiment>;
}

let cached: Promise<Experiments> | undefined;

/** Every experiment of `content/experiments` that can be run, by its id, the name of its file. Read once; while developing, each time. */
export const loadExperiments = async (): Promise<Experiments['ready']> => (await load()).ready;

/** Those that wait for a system of the simulator: the files that say `needs`. */
export const loadComingExperiments = async (): Promise<Experiments['coming']> => (await load()).coming;

function load(): Promise<Experiments> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readExperiments();
  return cached;
}

const HasNeeds = z.looseObject({ needs: z.unknown().optional() });

async function readExperiments(): Promise<Experiments> {
  const ready = new Map<string, ExperimentFile>();
  const coming = new Map<string, ComingExperiment>();
  const files = (await listFiles('experiments')).filter((one) => one.endsWith('.yaml'));
  const all = await readAll(files.map(readExperiment));
  for (const [index, experiment] of all.entries()) {
    const id = files[index]?.replace(/\.yaml$/, '') ?? '';
    if ('needs' in experiment) coming.set(id, experiment);
    else ready.set(id, experiment);
  }
  return { ready, coming };
}

async function readExperiment(file: string): Promise<ExperimentFile | ComingExperiment> {
  const name = `experiments/${file}`;
  const text = await readText(['experiments', file]);
  const waits = readYaml(name, text, HasNeeds).needs !== undefined;
  return waits ? readYaml(name, text, ComingExperiment) : readYaml(name, text, ExperimentFile);
}
