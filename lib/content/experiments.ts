import 'server-only';
import { ExperimentFile } from '@/lib/lessons/experiment';
import { listFiles, readText } from './folders';
import { readYaml } from './read-yaml';

let cached: Promise<ReadonlyMap<string, ExperimentFile>> | undefined;

/** Every experiment of `content/experiments` by its id, the name of its file. Read once; while developing, each time. */
export function loadExperiments(): Promise<ReadonlyMap<string, ExperimentFile>> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readExperiments();
  return cached;
}

async function readExperiments(): Promise<ReadonlyMap<string, ExperimentFile>> {
  const names = (await listFiles('experiments')).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.map(async (name) => readYaml(`experiments/${name}`, await readText(['experiments', name]), ExperimentFile)),
  );
  return new Map(files.map((file, index) => [names[index]?.replace(/\.yaml$/, '') ?? '', file]));
}
