import type { ReactNode } from 'react';
import { titleOf } from '@/lib/lessons/aws-pages';
import type { Answer } from '@/lib/quizzes/answer';
import type { QuestionResult, QuestionView, QuizAttemptView } from '@/lib/quizzes/views';
import { LightText } from '../lab/light-text';
import { Disclosure } from '../ui/disclosure';
import { Sign } from '../ui/sign';
import { AnswerWords, Output } from './answer-words';
import { isBlank } from './answers';
import { partWords } from './part-words';
import { gradeWords, pointsWords } from './points';
import { RubricMark } from './rubric-mark';
import { SelfMark } from './self-mark';

/** One question once it is marked: what was answered, what holds, and why. */
export function QuestionOutcome({
  attempt,
  question,
  number,
  answer,
  outcome,
  onChanged,
}: {
  attempt: QuizAttemptView;
  question: QuestionView;
  number: number;
  answer: Answer;
  outcome: QuestionResult;
  onChanged: (attempt: QuizAttemptView) => void;
}) {
  const { mark, parts, rubric } = outcome;
  const typed = question.type === 'numeric' || question.type === 'cli' || question.type === 'free';
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        <h2 className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <span className="text-dim">Question {number}</span>
          <Verdict question={question} answer={answer} outcome={outcome} />
        </h2>
        <div className="flex max-w-[68ch] flex-col gap-3 text-lg">
          <LightText text={question.stem} />
        </div>
      </div>
      {typed && (
        <Labelled label="You answered">
          <AnswerWords question={question} answer={answer} />
        </Labelled>
      )}
      {outcome.output && (
        <Labelled label="What it printed">
          <Output text={outcome.output} label={`What the answer to question ${number} printed`} />
        </Labelled>
      )}
      {parts.length > 0 && <Parts type={question.type} parts={parts} />}
      {outcome.solution && (
        <Labelled label={question.type === 'cli' ? 'Lines that pass' : 'Right is'}>
          {question.type === 'cli' ? (
            <Output text={outcome.solution} label={`Lines that pass question ${number}`} />
          ) : (
            <p>{outcome.solution}</p>
          )}
        </Labelled>
      )}
      {rubric && mark && <RubricMark rubric={rubric} mark={mark} />}
      {rubric && !attempt.assignment && mark?.by !== 'engine' && (
        <SelfMark attemptId={attempt.id} outcome={outcome} rubric={rubric} onChanged={onChanged} />
      )}
      {outcome.sample && (
        <Disclosure summary="An answer with every point">
          <div className="flex max-w-[68ch] flex-col gap-3">
            <LightText text={outcome.sample} />
          </div>
        </Disclosure>
      )}
      <div className="flex max-w-[68ch] flex-col gap-3 border-l-2 border-line pl-3">
        <LightText text={outcome.explain} />
        <p className="text-sm text-dim">
          Sources:{' '}
          {outcome.sources.map((url, index) => (
            <span key={url}>
              {index > 0 && '; '}
              <a href={url} rel="noreferrer" className="underline break-words">
                {sourceWords(url)}
              </a>
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm text-dim">{label}</h3>
      {children}
    </div>
  );
}

/** By sign and word; the colour only repeats it. */
function Verdict({ question, answer, outcome }: { question: QuestionView; answer: Answer; outcome: QuestionResult }) {
  const { mark, maxPoints } = outcome;
  if (!mark) return <span>Not marked yet · {pointsWords(maxPoints)}</span>;
  const right = mark.points === mark.maxPoints;
  const nothing = isBlank(answer);
  const part = question.type === 'free' ? 'Marked' : mark.points > 0 ? 'Right in part' : 'Wrong';
  return (
    <span className="flex items-center gap-1.5">
      <Sign kind={right ? 'holds' : mark.points > 0 ? 'info' : 'refused'} />
      {nothing ? 'Not answered' : right ? 'Right' : part} · {gradeWords(mark.points, mark.maxPoints)}
    </span>
  );
}

/** Each choice, item, prompt or check: what the person made of it, what it should have been, and why. */
function Parts({ type, parts }: { type: QuestionView['type']; parts: QuestionResult['parts'] }) {
  return (
    <ul className="border-b border-line">
      {parts.map((part) => {
        const { verdict, words } = partWords(type, part);
        return (
          <li key={part.id} className="flex gap-3 border-t border-line py-3" data-part={part.id} data-verdict={verdict}>
            <span className="w-4 shrink-0 pt-1">{signs[verdict] && <Sign kind={signs[verdict]} />}</span>
            <div className="flex min-w-0 max-w-[68ch] flex-col gap-1">
              <LightText text={part.text} />
              <div className={`text-sm ${colours[verdict]}`}>
                <LightText text={words} />
              </div>
              <div className="text-sm text-dim">
                <LightText text={part.why} />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

const signs = { holds: 'holds', refused: 'refused', missed: 'info', left: undefined } as const;
const colours = { holds: 'text-holds', refused: 'text-refused', missed: 'font-semibold', left: 'text-dim' };

/** Whose page a source is, and what it is called. */
function sourceWords(url: string): string {
  const { hostname } = new URL(url);
  return `${hostname === 'docs.aws.amazon.com' ? 'AWS' : hostname}: ${titleOf(url)}`;
}
