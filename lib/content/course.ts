import 'server-only';
import { z } from 'zod';
import { readText } from './folders';
import { readYaml } from './read-yaml';

const file = 'course.yaml';
const Course = z.strictObject({ lessons: z.array(z.string()), labs: z.array(z.string()) });

/** `slugs` as `content/course.yaml` orders its lessons or labs. Refuses one that is not in it, or is twice, and a name that is none’s. */
export async function inCourseOrder(kind: 'lesson' | 'lab', slugs: readonly string[]): Promise<string[]> {
  const yaml = await readText([file]);
  const order = readYaml(file, yaml, Course)[`${kind}s`];
  const at = (line: string) => `content/${file}:${yaml.split('\n').findLastIndex((one) => one.trim() === line) + 1}`;
  const problems = [
    ...slugs
      .filter((slug) => !order.includes(slug))
      .map((slug) => `${at(`${kind}s:`)}: the ${kind} '${slug}' is not in it; add '- ${slug}' where it is to come`),
    ...order
      .filter((slug) => !slugs.includes(slug))
      .map((slug) => `${at(`- ${slug}`)}: there is no ${kind} '${slug}' in content/${kind}s`),
    ...order
      .filter((slug, index) => order.indexOf(slug) !== index)
      .map((slug) => `${at(`- ${slug}`)}: the ${kind} '${slug}' is twice in it`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return order;
}
