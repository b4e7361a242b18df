import { useId } from 'react';

/** How much of a whole is done, in words and as a bar: "3 of 4 tasks". */
export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  const id = useId();
  return (
    <div className="flex items-center gap-3 text-sm text-dim">
      <progress
        aria-labelledby={id}
        value={value}
        max={max}
        className="h-1.5 w-24 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-holds [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-holds"
      />
      <span id={id}>{label}</span>
    </div>
  );
}
