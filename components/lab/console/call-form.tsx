import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ApiError } from '@/components/site/api';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type Form, type Values, valuesOf } from '@/lib/console/form';
import { commandOf, formCall } from '@/lib/console/form-call';
import { refusedField } from '@/lib/console/refused-field';
import type { World } from '@/lib/engine/world';
import type { CallAnswer, CallRefusal } from '@/lib/labs/views';
import { EquivalentCommand } from './equivalent-command';
import { FormField } from './form-field';
import { RefusalRule, RefusalWords } from './refusal-words';

/** What is wrong with a form: by its own check, by AWS's refusal, or because no answer came. */
interface Wrong {
  readonly errors?: Readonly<Record<string, string>>;
  /** `at`: the field it names; the form as a whole without one. */
  readonly refusal?: CallRefusal & { readonly at: string | undefined };
  readonly failed?: string;
}

export type MakeCall = (operation: string, input: object) => Promise<CallAnswer>;

/** A form in the place of its list: fields, the equivalent command, and the refusal where it belongs. */
export function CallForm({
  form,
  world,
  filled,
  busy,
  takesFocus,
  onFill,
  call,
  runLine,
  onDone,
  onCancel,
}: {
  form: Form;
  world: World;
  /** What somebody filled in; the rest begins as the account is. */
  filled: Values;
  busy: boolean;
  /** It was opened just now, by whoever has the focus. */
  takesFocus: boolean;
  onFill: (filled: Values) => void;
  call: MakeCall;
  runLine: (line: string) => void;
  onDone: (answer: CallAnswer) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const element = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [sending, setSending] = useState(false);
  const values = valuesOf(form, world, filled);
  const isBusy = busy || sending;

  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  // Drawn at once, so that what is wrong can be found, and is read out with its field.
  const show = (next: Wrong) => {
    flushSync(() => setWrong(next));
    element.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-wrong]')?.focus();
  };
  const checked = () => {
    const made = formCall(form, values);
    if (!made.ok) show({ errors: made.errors });
    return made.ok ? made.call : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const made = checked();
    if (!made) return;
    setSending(true);
    setWrong({});
    try {
      const answer = await call(made.operation, made.input);
      setSending(false);
      const { refusal } = answer;
      if (refusal) show({ refusal: { ...refusal, at: refusedField(form, values, refusal) } });
      else onDone(answer);
    } catch (error) {
      setSending(false);
      if (!(error instanceof ApiError)) throw error;
      show({ failed: error.message });
    }
  };
  const type = () => {
    if (checked()) runLine(commandOf(form, values));
  };

  const { refusal } = wrong;
  return (
    <form
      ref={element}
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-5"
    >
      <h2 ref={heading} id={id} tabIndex={-1} className="text-lg">
        {form.title} <code className="ml-2 text-sm font-normal text-dim">{form.operation}</code>
      </h2>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {refusal && refusal.at === undefined && (
            <div tabIndex={-1} data-wrong>
              <Notice kind="refused" title="AWS refuses this call">
                <p className="wrap-anywhere">
                  <RefusalWords refusal={refusal} />
                </p>
                <RefusalRule refusal={refusal} operation={form.operation} />
              </Notice>
            </div>
          )}
          {wrong.failed && (
            <div tabIndex={-1} data-wrong>
              <Notice kind="refused" title="That did not work">
                {wrong.failed}
              </Notice>
            </div>
          )}
          {form.fields.map((field) => (
            <div key={field.member} className="flex min-w-0 flex-col gap-1">
              <FormField
                operation={form.operation}
                field={field}
                world={world}
                values={values}
                error={refusal?.at === field.member ? <RefusalWords refusal={refusal} /> : wrong.errors?.[field.member]}
                onChange={(value) => {
                  setWrong(without(wrong, field.member));
                  onFill({ ...filled, [field.member]: value });
                }}
              />
              {refusal?.at === field.member && <RefusalRule refusal={refusal} operation={form.operation} />}
            </div>
          ))}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={isBusy}>
              {sending ? 'Running' : form.submit}
            </Button>
            <Button onClick={onCancel}>Cancel</Button>
          </div>
        </div>
        <EquivalentCommand command={commandOf(form, values)} busy={isBusy} onType={type} />
      </div>
    </form>
  );
}

/** What is still wrong after a field was changed: what another field was told. */
function without({ errors = {}, refusal }: Wrong, member: string): Wrong {
  const { [member]: _gone, ...rest } = errors;
  return { errors: rest, ...(refusal && refusal.at !== undefined && refusal.at !== member && { refusal }) };
}
