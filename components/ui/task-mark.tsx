/** `done`: it holds. `next`: the one to do now. `refused`: tried, and it does not hold. `open`: not yet. */
export type TaskState = 'done' | 'next' | 'refused' | 'open';

const rings: Record<TaskState, string> = {
  done: 'text-holds',
  next: 'text-cable',
  refused: 'text-refused',
  open: 'text-line-strong',
};
const words: Record<TaskState, string> = { done: 'Done', next: 'Next', refused: 'Does not hold', open: 'Not done' };

/** The circle beside a task, 18 px; `label` is what a screen reader hears in place of the circle. */
export function TaskMark({ state, label = words[state] }: { state: TaskState; label?: string }) {
  return (
    <svg
      width="18"
      height="18"
      viewBox="0 0 18 18"
      role="img"
      aria-label={label}
      className={`shrink-0 ${rings[state]}`}
    >
      <circle
        cx="9"
        cy="9"
        r={state === 'done' ? 9 : state === 'open' ? 8.25 : 7.75}
        fill={state === 'done' ? 'currentColor' : 'none'}
        stroke={state === 'done' ? 'none' : 'currentColor'}
        strokeWidth={state === 'open' ? 1.5 : 2.5}
      />
      {state === 'done' && <path d="m5.3 9.3 2.5 2.5 5-5.4" className="fill-none stroke-paper" strokeWidth="1.8" />}
      {state === 'refused' && <path d="m6.5 6.5 5 5m0-5-5 5" stroke="currentColor" strokeWidth="1.8" />}
    </svg>
  );
}
