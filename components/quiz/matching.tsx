import { LightText } from '../lab/light-text';
import { Select } from '../ui/select';
import { chosenOptions } from './answers';
import type { WidgetProps } from './question-panel';

/** A choice for each prompt, by the browser's own select. */
export function Matching({ question, answer, labelledBy, describedBy, onAnswer }: WidgetProps<'matching'>) {
  const chosen = chosenOptions(answer);
  const options = [
    { value: '', label: 'Choose' },
    ...question.options.map(({ id, text }) => ({ value: id, label: text.replaceAll(/[`*]/g, '') })),
  ];
  const choose = (prompt: string, option: string) => {
    const others = Object.entries(chosen).filter(([id]) => id !== prompt);
    const all = option === '' ? others : [...others, [prompt, option] as const];
    onAnswer(all.length === 0 ? null : Object.fromEntries(all), 'choice');
  };
  return (
    <fieldset aria-labelledby={labelledBy} aria-describedby={describedBy}>
      <p className="mb-2 text-sm text-dim">Choose for each. One may be right for several, and one for none.</p>
      <div className="border-b border-line">
        {question.prompts.map(({ id, text }) => (
          <div
            key={id}
            className="grid gap-x-6 gap-y-2 border-t border-line px-2 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,20rem)] sm:items-center"
          >
            <label htmlFor={`${labelledBy}-${id}`}>
              <LightText text={text} />
            </label>
            <Select
              id={`${labelledBy}-${id}`}
              options={options}
              value={chosen[id] ?? ''}
              onChange={(event) => choose(id, event.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
