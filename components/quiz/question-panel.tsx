import { type ReactNode, type RefObject, useId } from 'react';
import type { Answer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';
import { LightText } from '../lab/light-text';
import { Choices } from './choices';
import { Matching } from './matching';
import { Ordering } from './ordering';
import { pointsWords } from './points';
import { CliField, FreeField, NumberField } from './typed';

/** `choice` is saved at once, `typing` after a pause. */
export type OnAnswer = (answer: Answer, how: 'typing' | 'choice') => void;

/** What every widget is handed; `of` picks its question. */
export type WidgetProps<T extends QuestionView['type']> = {
  question: Extract<QuestionView, { type: T }>;
  answer: Answer;
  /** Ids of what names and describes the field: the stem, and what is wrong. */
  labelledBy: string;
  describedBy: string | undefined;
  onAnswer: OnAnswer;
  /** The field is left: nothing waits any longer. */
  onLeave: () => void;
};

/** One question with the widget of its type. `children` stands between the two: what to decide before going on. */
export function QuestionPanel({
  question,
  number,
  of,
  answer,
  refused,
  heading,
  onAnswer,
  onLeave,
  children,
}: {
  question: QuestionView;
  number: number;
  of: number;
  answer: Answer;
  /** Why the server does not take the answer as it stands. */
  refused: string | undefined;
  heading: RefObject<HTMLHeadingElement | null>;
  onAnswer: OnAnswer;
  onLeave: () => void;
  children?: ReactNode;
}) {
  const id = useId();
  const props = {
    answer,
    labelledBy: `${id}-stem`,
    describedBy: refused ? `${id}-refused` : undefined,
    onAnswer,
    onLeave,
  };
  return (
    <section aria-labelledby={`${id}-head`} className="flex flex-col gap-5" data-question={question.id}>
      <div className="flex flex-col gap-2">
        <h2 id={`${id}-head`} ref={heading} tabIndex={-1} className="scroll-mt-24 text-sm text-dim outline-none">
          Question {number} of {of} · {pointsWords(question.points)}
        </h2>
        <div id={`${id}-stem`} className="flex max-w-[68ch] flex-col gap-3 text-lg">
          <LightText text={question.stem} />
        </div>
      </div>
      {children}
      <Widget question={question} props={props} />
      {refused && (
        <p id={`${id}-refused`} role="alert" className="flex gap-1.5 text-refused">
          <span aria-hidden="true">✕</span>
          <span>Not saved. {refused}</span>
        </p>
      )}
    </section>
  );
}

function Widget({ question, props }: { question: QuestionView; props: Omit<WidgetProps<'free'>, 'question'> }) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <Choices question={question} {...props} />;
    case 'ordering':
      return <Ordering question={question} {...props} />;
    case 'matching':
      return <Matching question={question} {...props} />;
    case 'numeric':
      return <NumberField question={question} {...props} />;
    case 'cli':
      return <CliField question={question} {...props} />;
    case 'free':
      return <FreeField question={question} {...props} />;
  }
}
