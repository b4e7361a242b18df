import type { ComponentProps } from 'react';
import { inputClass } from './text-input';

type SelectProps = ComponentProps<'select'> & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
};

/** One of a list: the browser's own, so it works without script and opens as the phone's picker. Put it in a `Field`. */
export function Select({ options, className = '', ...rest }: SelectProps) {
  return (
    <select {...rest} className={`${inputClass} ${className}`}>
      {options.map(({ label, ...option }) => (
        <option key={option.value} {...option}>
          {label}
        </option>
      ))}
    </select>
  );
}
