import type { QuestionView, QuizSummary } from '@/lib/quizzes/views';
import { pointsWords } from './points';

type Kind = QuestionView['type'];

const words: Record<Kind, (count: number) => string> = {
  single: (count) => `${count} with one right choice`,
  multiple: (count) => `${count} where all that hold are chosen`,
  ordering: (count) => `${count} to put in order`,
  matching: (count) => `${count} to match`,
  numeric: (count) => `${count} with a number`,
  cli: (count) => `${count} answered with AWS CLI commands, which are run`,
  free: (count) => `${count} in your own words, marked against a rubric`,
};

/** What a quiz is about, the same for everyone. */
export function QuizIntro({ quiz }: { quiz: QuizSummary & { kinds: Readonly<Partial<Record<Kind, number>>> } }) {
  const facts = [
    quiz.questions === 1 ? '1 question' : `${quiz.questions} questions`,
    pointsWords(quiz.points),
    `${quiz.minutes} min`,
    ...quiz.objectives.map((objective) => objective.replace('/', ' ')),
  ];
  // The schema's own keys.
  const kinds = Object.entries(quiz.kinds) as [Kind, number][];
  return (
    <>
      <h1 className="text-3xl">{quiz.title}</h1>
      <p className="mt-2 text-sm text-dim">{facts.join(' · ')}</p>
      <p className="mt-4 max-w-[68ch] text-lg">{quiz.summary}</p>
      <ul className="mt-4 ml-5 list-disc text-dim">
        {kinds.map(([kind, count]) => (
          <li key={kind}>{words[kind](count)}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-[68ch] text-dim">
        Each answer is saved as you give it. There is no time limit: leave and come back, on this device or, with an
        account, on another.
      </p>
    </>
  );
}
