/** The elements of a lesson's text that stand for something else, and their attributes, which are plain texts. */
export interface LessonPart {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every `<Name key="value" …>` of a lesson's MDX, in its order. */
export function partsOf(body: string): LessonPart[] {
  return [...body.matchAll(/<([A-Z][A-Za-z]*)((?:\s+[a-zA-Z]+="[^"]*")*)\s*\/?>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/([a-zA-Z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  }));
}

/** Ids of the experiments that a lesson shows, each once. */
export const experimentsIn = (body: string): string[] => [
  ...new Set(
    partsOf(body).flatMap(({ name, attributes }) =>
      name === 'Experiment' ? [attributes.id ?? ''] : name === 'Picture' ? [attributes.of ?? ''] : [],
    ),
  ),
];
