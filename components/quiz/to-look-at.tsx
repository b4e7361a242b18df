import type { QuestionResult, QuestionView } from '@/lib/quizzes/views';
import { unsettled } from './unsettled';

/** Links down the page to the questions that want a look: it is long, and most of it is right. */
export function ToLookAt({
  questions,
  outcomes,
}: {
  questions: readonly QuestionView[];
  outcomes: readonly QuestionResult[];
}) {
  const { notRight, unmarked } = unsettled(
    questions.map(({ id }) => id),
    outcomes,
  );
  if (notRight.length + unmarked.length === 0) return null;
  return (
    <nav aria-label="Questions to look at" className="flex flex-wrap gap-x-6">
      <Links title="Not wholly right:" numbers={notRight} />
      <Links title="Not marked yet:" numbers={unmarked} />
    </nav>
  );
}

function Links({ title, numbers }: { title: string; numbers: readonly number[] }) {
  if (numbers.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-1">
      <span className="mr-1">{title}</span>
      {numbers.map((number) => (
        <a
          key={number}
          href={`#question-${number}`}
          aria-label={`Question ${number}`}
          className="inline-flex size-9 items-center justify-center rounded tabular-nums underline hover:bg-sunk pointer-coarse:size-11"
        >
          {number}
        </a>
      ))}
    </p>
  );
}
