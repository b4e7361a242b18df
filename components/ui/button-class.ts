/** `primary`: the next thing to do, one on a page. `plain`: any other. `quiet`: beside text or in a bar. `danger`: what cannot be taken back. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';
/** `md` 36 px, 44 px under a finger; `sm` 28 px, 36 px under a finger, for bars and rows. */
export type ButtonSize = 'sm' | 'md';

const variants: Record<ButtonVariant, string> = {
  // Ink is no border on a terminal, which is dark in both themes.
  primary: 'border-cable bg-cable text-paper hover:border-ink hover:bg-ink [.bg-terminal_&]:hover:border-terminal-ink',
  plain: 'border-line-strong bg-panel text-ink hover:border-ink',
  quiet: 'border-transparent text-dim hover:bg-sunk hover:text-ink',
  danger: 'border-refused bg-panel text-refused hover:bg-refused hover:text-paper',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2.5 text-sm pointer-coarse:min-h-9',
  md: 'min-h-9 px-3.5 pointer-coarse:min-h-11',
};

/** The look that `Button` and `LinkButton` share. `className` is for its place on the page, not for its looks. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className = ''): string {
  return `inline-flex items-center justify-center gap-2 rounded border py-1 text-center font-medium no-underline select-none disabled:opacity-50 aria-disabled:opacity-60 ${variants[variant]} ${sizes[size]} ${className}`;
}
