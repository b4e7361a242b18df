import 'server-only';
import { z } from 'zod';
import { ComingExperiment, ExperimentFile } from '@/lib/lessons/experiment';
import { listFiles, readText } from './folders';
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
  for (const file of (await listFiles('experiments')).filter((one) => one.endsWith('.yaml'))) {
    const id = file.replace(/\.yaml$/, '');
    const name = `experiments/${file}`;
    const text = await readText(['experiments', file]);
    if (readYaml(name, text, HasNeeds).needs === undefined) ready.set(id, readYaml(name, text, ExperimentFile));
    else coming.set(id, readYaml(name, text, ComingExperiment));
  }
  return { ready, coming };
}
