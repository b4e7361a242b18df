import 'server-only';
import { z } from 'zod';
import { readText } from './folders';
import { readYaml } from './read-yaml';

const Course = z.strictObject({ labs: z.array(z.string()) });

/** `slugs` as `content/course.yaml` orders its labs. Refuses a lab that is not in it, or is twice, and a name that is no lab's. */
export async function inCourseOrder(slugs: readonly string[]): Promise<string[]> {
  const file = 'course.yaml';
  const { labs } = readYaml(file, await readText([file]), Course);
  const problems = [
    ...slugs.filter((slug) => !labs.includes(slug)).map((slug) => `the lab '${slug}' is not in it`),
    ...labs.filter((slug) => !slugs.includes(slug)).map((slug) => `there is no lab '${slug}'`),
    ...labs.filter((slug, index) => labs.indexOf(slug) !== index).map((slug) => `the lab '${slug}' is twice in it`),
  ];
  if (problems.length > 0) throw new Error(`${file}: ${problems.join('; ')}`);
  return labs;
}
