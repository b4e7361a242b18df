import { type ReactNode, useId } from 'react';
import { Field as FieldFrame } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { choicesOf, type Field, isRequired, kindOf, textsOf, type Value, type Values } from '@/lib/console/form';
import type { World } from '@/lib/engine/world';
import { ChoiceList, Switch } from './ticks';

/** One field of a form, filled in as its kind wants. */
export function FormField({
  operation,
  field,
  world,
  values,
  error,
  onChange,
}: {
  operation: string;
  field: Field;
  world: World;
  values: Values;
  error: ReactNode;
  onChange: (value: Value) => void;
}) {
  const list = useId();
  const kind = kindOf(operation, field);
  const required = isRequired(operation, field);
  const value = values[field.member] ?? '';
  const text = typeof value === 'string' ? value : value.join(', ');
  const { label, hint } = field;
  const frame = { label, ...(hint && { hint }), ...(error && { error }) };
  if (kind === 'switch') return <Switch {...frame} on={text === 'true'} onChange={(on) => onChange(`${on}`)} />;
  if (kind === 'several') {
    const choices = choicesOf(operation, field, world, values);
    return <ChoiceList {...frame} choices={choices} chosen={textsOf(value)} onChange={onChange} />;
  }
  if (kind === 'choice') {
    const choices = choicesOf(operation, field, world, values);
    const none = choices.length === 0 ? 'None in this account' : required ? 'Choose one' : 'None chosen';
    return (
      <FieldFrame {...frame}>
        {(control) => (
          <Select
            {...control}
            required={required}
            value={text}
            options={[{ value: '', label: none }, ...choices]}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </FieldFrame>
    );
  }
  const suggestions = field.suggestions?.(world, values) ?? [];
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <>
          <TextInput
            {...control}
            required={required}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...(kind === 'number' && { inputMode: 'numeric' })}
            {...(suggestions.length > 0 && { list })}
          />
          {suggestions.length > 0 && (
            <datalist id={list}>
              {suggestions.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldFrame>
  );
}
