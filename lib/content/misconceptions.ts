import 'server-only';
import { type Misconceptions, MisconceptionsFile, misconceptionsOf } from '@/lib/labs/misconceptions';
import { readText } from './folders';
import { readYaml } from './read-yaml';

let cached: Promise<Misconceptions> | undefined;

/** The misconceptions of `content/misconceptions.yaml`. Read once, since every step asks for them; while developing, each time. */
export function loadMisconceptions(): Promise<Misconceptions> {
  if (cached && process.env.NODE_ENV !== 'development') return cached;
  cached = readMisconceptions();
  return cached;
}

async function readMisconceptions(): Promise<Misconceptions> {
  const yaml = await readText(['misconceptions.yaml']);
  return misconceptionsOf(readYaml('misconceptions.yaml', yaml, MisconceptionsFile));
}
