import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';

type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: it keeps the focus and ignores presses. Say so in its text too ("Saving"). */
  busy?: boolean;
};

/** A button; of type `button` unless told to submit. */
export function Button({ variant = 'plain', size = 'md', busy = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant, size, className)}
      // Not `disabled`: that would drop the focus of whoever pressed it with the keyboard.
      {...(busy && { 'aria-disabled': true, 'aria-busy': true })}
      {...((busy || onClick) && { onClick: busy ? (event) => event.preventDefault() : onClick })}
    />
  );
}
