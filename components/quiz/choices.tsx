import { LightText } from '../lab/light-text';
import { Button } from '../ui/button';
import { idsOf, isBlank } from './answers';
import type { WidgetProps } from './question-panel';

/** One of several, or all that hold: the browser's own radios and boxes, each as wide as its row. */
export function Choices({ question, answer, labelledBy, describedBy, onAnswer }: WidgetProps<'single' | 'multiple'>) {
  const many = question.type === 'multiple';
  const isChosen = (id: string) => (many ? idsOf(answer).includes(id) : answer === id);
  // By id, as the server keeps them: the same choices are the same answer.
  const toggled = (id: string) =>
    isChosen(id) ? idsOf(answer).filter((other) => other !== id) : [...idsOf(answer), id].sort();
  const choose = (id: string) => onAnswer(many ? noneAsNull(toggled(id)) : id, 'choice');
  return (
    <fieldset aria-labelledby={`${labelledBy} ${labelledBy}-how`} aria-describedby={describedBy}>
      <p id={`${labelledBy}-how`} className="mb-2 text-sm text-dim">
        {many ? 'Choose all that hold.' : 'Choose one.'}
      </p>
      <div className="border-b border-line">
        {question.choices.map(({ id, text }) => (
          <label
            key={id}
            className="flex min-h-11 gap-3 border-t border-line px-2 py-3 hover:bg-sunk has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type={many ? 'checkbox' : 'radio'}
              name={question.id}
              checked={isChosen(id)}
              onChange={() => choose(id)}
              className="mt-1 size-4 shrink-0 accent-cable outline-none"
            />
            <span className="min-w-0 max-w-[68ch]">
              <LightText text={text} />
            </span>
          </label>
        ))}
      </div>
      {!many && !isBlank(answer) && (
        <Button variant="quiet" size="sm" className="mt-2" onClick={() => onAnswer(null, 'choice')}>
          Clear the choice
        </Button>
      )}
    </fieldset>
  );
}

const noneAsNull = (ids: string[]): string[] | null => (ids.length === 0 ? null : ids);
