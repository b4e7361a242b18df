import type { AnswerToGrade } from '@/lib/grading/views';
import { count } from '../classes/words';
import { LightText } from '../lab/light-text';
import { Disclosure } from '../ui/disclosure';

/** The question and what was written to it. The text is shown as it was typed: lines kept, nothing in it means anything. */
export function AnswerSheet({
  answer: { stem, text, sample, deleted },
}: {
  answer: Pick<AnswerToGrade, 'stem' | 'text' | 'sample' | 'deleted'>;
}) {
  const words = text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="question">
        <h2 id="question" className="mb-2 text-sm font-semibold text-dim">
          Question
        </h2>
        <div className="flex max-w-[68ch] flex-col gap-2">
          <LightText text={stem} />
        </div>
      </section>
      <section aria-labelledby="answer">
        <h2 id="answer" className="mb-2 text-sm font-semibold text-dim">
          Answer{!(deleted && words === 0) && ` · ${count(words, 'word')}`}
        </h2>
        {words === 0 ? (
          <p className="text-dim">{deleted ? 'The text was deleted with the account.' : 'Nothing was written.'}</p>
        ) : (
          <div className="max-w-[68ch] border-l-2 border-line-strong bg-panel px-4 py-3 text-lg break-words whitespace-pre-wrap">
            {text}
          </div>
        )}
      </section>
      <Disclosure summary="Sample answer">
        <div className="flex max-w-[68ch] flex-col gap-2">
          <LightText text={sample} />
        </div>
      </Disclosure>
    </div>
  );
}
