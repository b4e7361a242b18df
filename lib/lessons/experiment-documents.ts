import type { ExperimentView } from './experiment';

/** Numbers of the source documents that an experiment's texts speak of (“document 1”, “documents 2 and 5”), each once, in order. */
export function documentsNamedIn({ say, predict, steps }: Pick<ExperimentView, 'say' | 'predict' | 'steps'>): number[] {
  const texts = [say, predict.ask, ...predict.options, predict.because, ...steps.map(({ note }) => note)];
  const named = [...texts.join('\n').matchAll(/\bdocuments? (\d(?:(?:, | and | or )\d)*)/gi)];
  const numbers = named.flatMap(([, list = '']) => [...list.matchAll(/\d/g)].map(([digit]) => Number(digit)));
  return [...new Set(numbers)].sort((a, b) => a - b);
}
