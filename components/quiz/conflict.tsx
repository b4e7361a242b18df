import type { Answer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { AnswerWords } from './answer-words';
import type { Held } from './save-queue';
import { clockTime } from './times';

/** Two answers to one question: what another page saved, and what stands here. The person chooses. */
export function Conflict({
  question,
  mine,
  other,
  onChoose,
}: {
  question: QuestionView;
  mine: Answer;
  other: Held;
  onChoose: (whose: 'mine' | 'other') => void;
}) {
  const when = other.savedAt ? ` at ${clockTime(other.savedAt)}` : '';
  return (
    <Notice kind="refused" live="assertive" title="This question was answered in another tab or on another device">
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col items-start gap-2">
          <h3 className="text-sm text-dim">Saved there{when}</h3>
          <AnswerWords question={question} answer={other.answer} />
          <Button size="sm" onClick={() => onChoose('other')}>
            Take that one
          </Button>
        </div>
        <div className="flex min-w-0 flex-col items-start gap-2">
          <h3 className="text-sm text-dim">Here, not saved</h3>
          <AnswerWords question={question} answer={mine} />
          <Button size="sm" onClick={() => onChoose('mine')}>
            Keep this one
          </Button>
        </div>
      </div>
    </Notice>
  );
}
