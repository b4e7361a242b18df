import type { Answer } from '@/lib/quizzes/answer';
import type { QuestionView } from '@/lib/quizzes/views';
import { LightText } from '../lab/light-text';
import { wordsOf } from './answers';

/** An answer to read: choices in their words, typed text as it was typed. */
export function AnswerWords({ question, answer }: { question: QuestionView; answer: Answer }) {
  const lines = wordsOf(question, answer);
  if (lines.length === 0) return <p className="text-dim">Nothing</p>;
  if (question.type === 'cli') return <Output text={lines.join('\n')} />;
  if (question.type === 'free') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
      <p tabIndex={0} className="max-h-80 w-full max-w-[68ch] overflow-y-auto whitespace-pre-wrap break-words">
        {lines}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-1">
      {lines.map((line) => (
        <li key={line}>
          <LightText text={line} />
        </li>
      ))}
    </ul>
  );
}

/** Lines of a shell; a long one scrolls. */
export function Output({ text, label }: { text: string; label?: string }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
      tabIndex={0}
      {...(label && { role: 'region', 'aria-label': label })}
      className="max-h-80 w-full overflow-auto rounded bg-terminal p-3 text-sm text-terminal-ink"
    >
      {text}
    </pre>
  );
}
