import 'server-only';
import { z } from 'zod';
import { readText } from './folders';
import { readYaml } from './read-yaml';

const file = 'course.yaml';
const Course = z.strictObject({ lessons: z.array(z.string()), labs: z.array(z.string()) });

/** `slugs` as `content/course.yaml` orders its lessons or labs. Refuses one that is not in it, or is twice, and a name that is none’s. */
export async function inCourseOrder(kind: 'lesson' | 'lab', slugs: readonly string[]): Promise<string[]> {
  const order = readYaml(file, await readText([file]), Course)[`${kind}s`];
  const problems = [
    ...slugs.filter((slug) => !order.includes(slug)).map((slug) => `the ${kind} '${slug}' is not in it`),
    ...order.filter((slug) => !slugs.includes(slug)).map((slug) => `there is no ${kind} '${slug}'`),
    ...order
      .filter((slug, index) => order.indexOf(slug) !== index)
      .map((slug) => `the ${kind} '${slug}' is twice in it`),
  ];
  if (problems.length > 0) throw new Error(`${file}: ${problems.join('; ')}`);
  return order;
}
