import { TextArea } from '../ui/text-area';
import { TextInput } from '../ui/text-input';
import { countWords, longest, textOf } from './answers';
import type { OnAnswer, WidgetProps } from './question-panel';

const blankAsNull = (text: string): string | null => (text === '' ? null : text);
const typed = (onAnswer: OnAnswer) => (event: { currentTarget: { value: string } }) =>
  onAnswer(blankAsNull(event.currentTarget.value), 'typing');

/** One number. As text: what is not a number yet is kept too, and the server says so. */
export function NumberField({ question, answer, labelledBy, describedBy, onAnswer, onLeave }: WidgetProps<'numeric'>) {
  const unit = `${labelledBy}-unit`;
  return (
    <div className="flex items-center gap-3">
      <TextInput
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={question.unit ? `${labelledBy} ${unit}` : labelledBy}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined || undefined}
        value={textOf(answer)}
        onChange={typed(onAnswer)}
        onBlur={onLeave}
        className="max-w-40 tabular-nums"
      />
      {question.unit && <span id={unit}>{question.unit}</span>}
    </div>
  );
}

/** Lines for the shell, beside what the shell knows already. */
export function CliField({ question, answer, labelledBy, describedBy, onAnswer, onLeave }: WidgetProps<'cli'>) {
  const note = `${labelledBy}-note`;
  return (
    <div className="flex flex-col gap-4">
      {question.given.length > 0 && (
        <div className="text-sm">
          <p className="pb-2 text-dim">Set in the shell that your lines run in</p>
          <dl className="gap-x-6 border-b border-line sm:grid sm:grid-cols-[auto_auto_1fr]">
            {question.given.map(({ name, value, what }) => (
              <div key={name} className="border-t border-line py-2 sm:col-span-3 sm:grid sm:grid-cols-subgrid">
                <dt className="font-mono">${name}</dt>
                <dd className="font-mono break-all">{value}</dd>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <TextArea
        rows={6}
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        wrap="soft"
        aria-labelledby={labelledBy}
        aria-describedby={[note, describedBy].filter(Boolean).join(' ')}
        aria-invalid={describedBy !== undefined || undefined}
        value={textOf(answer)}
        onChange={typed(onAnswer)}
        onBlur={onLeave}
        className="font-mono"
        placeholder="aws ec2 …"
      />
      <p id={note} className="text-sm text-dim">
        One command on each line. They run in a fresh account and are judged by what they did there, when you submit.
      </p>
      <Left text={textOf(answer)} />
    </div>
  );
}

/** A text that a person marks. */
export function FreeField({ answer, labelledBy, describedBy, onAnswer, onLeave }: WidgetProps<'free'>) {
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        rows={12}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={describedBy !== undefined || undefined}
        value={textOf(answer)}
        onChange={typed(onAnswer)}
        onBlur={onLeave}
        className="max-w-[68ch] leading-relaxed"
      />
      <Words count={countWords(textOf(answer))} />
      <Left text={textOf(answer)} />
    </div>
  );
}

/** Quietly: a count that is read out at each word would be in the way. */
function Words({ count }: { count: number }) {
  return (
    <p className="text-sm tabular-nums text-dim">
      {count.toLocaleString('en')} {count === 1 ? 'word' : 'words'}
    </p>
  );
}

/** How much more may be written, near the end of it. No `maxLength`: that would cut what is pasted without a word. */
function Left({ text }: { text: string }) {
  const left = longest - text.length;
  if (left > longest / 10) return null;
  const count = Math.abs(left).toLocaleString('en');
  return (
    <p role="status" className={`text-sm ${left < 0 ? 'text-refused' : 'text-dim'}`}>
      {left < 0 ? `${count} characters too many; it is saved once it is shorter.` : `${count} characters left.`}
    </p>
  );
}
