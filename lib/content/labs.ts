import 'server-only';
import { createHash } from 'node:crypto';
import { Lab, LabFile } from '@/lib/labs/lab';
import { inCourseOrder } from './course';
import { listFolders, readText } from './folders';
import { readAll } from './read-all';
import { readYaml } from './read-yaml';

let cached: Promise<ReadonlyMap<string, Lab>> | undefined;

/** Every lab of `content/labs` by its slug, the name of its folder, in the order of the course. Read once; while developing, each time. */
export function loadLabs(): Promise<ReadonlyMap<string, Lab>> {
  if (cached && process.env.NODE_ENV === 'production') return cached;
  cached = readLabs();
  return cached;
}

async function readLabs(): Promise<ReadonlyMap<string, Lab>> {
  const slugs = await inCourseOrder('lab', await listFolders('labs'));
  const labs = await readAll(slugs.map(readLab));
  return new Map(labs.map((lab) => [lab.slug, lab]));
}

async function readLab(slug: string): Promise<Lab> {
  const [yaml, brief, start] = await Promise.all([
    readText(['labs', slug, 'lab.yaml']),
    readText(['labs', slug, 'brief.mdx']),
    readText(['labs', slug, 'start.sh'], ''),
  ]);
  return Lab.parse({ slug, ...readYaml(`labs/${slug}/lab.yaml`, yaml, LabFile), brief, start });
}

/** The lab of that slug as `content/` has it now, or undefined. An attempt goes on with the version it began with. */
export async function findLab(slug: string): Promise<Lab | undefined> {
  return (await loadLabs()).get(slug);
}

/** What a lab says, as one text under its hash: a row that never changes once an attempt points at it. */
export interface LabVersion {
  readonly hash: string;
  readonly kind: 'lab';
  readonly slug: string;
  readonly document: string;
}

/** The versions of all labs as `content/` has them now. */
export async function labVersions(): Promise<LabVersion[]> {
  return [...(await loadLabs()).values()].map(labDocument);
}

const documents = new WeakMap<Lab, LabVersion>();

/** A lab as text and its SHA-256 in hex. The same lab always gives the same two. */
export function labDocument(lab: Lab): LabVersion {
  const known = documents.get(lab) ?? writeDocument(lab);
  documents.set(lab, known);
  return known;
}

function writeDocument(lab: Lab): LabVersion {
  const document = JSON.stringify(lab);
  return { hash: createHash('sha256').update(document).digest('hex'), kind: 'lab', slug: lab.slug, document };
}

/** The lab that `labDocument` wrote down; refuses what is none. */
export const parseLabDocument = (document: string): Lab => Lab.parse(JSON.parse(document));
