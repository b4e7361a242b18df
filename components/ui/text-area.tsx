import type { ComponentProps } from 'react';
import { inputClass } from './text-input';

/** Several lines of text; grows by its corner. Put it in a `Field`. */
export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={4} {...rest} className={`${inputClass} resize-y py-1.5 ${className}`} />;
}
