'use client';

import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TaskMark } from '@/components/ui/task-mark';
import type { TaskState } from '@/lib/labs/views';
import { LightText } from './light-text';

export interface TaskText {
  readonly id: string;
  readonly say: string;
  /** How many hints it has. */
  readonly hints: number;
}

/** What is to be done, what holds, and what was found instead. The first task that does not hold is the next one. */
export function TaskList({
  texts,
  states,
  hints,
  found,
  onHint,
}: {
  texts: readonly TaskText[];
  states: readonly TaskState[];
  /** Hints shown so far, by task. */
  hints: Readonly<Record<string, readonly string[]>>;
  /** What was found instead is said at once, only when it is asked for, or not, while there was nothing to find. */
  found: 'said' | 'asked' | 'unsaid';
  onHint: (task: string) => void;
}) {
  const stateOf = new Map(states.map((state) => [state.id, state]));
  const nextId = states.find((state) => !state.passed)?.id;
  return (
    <ol className="flex flex-col">
      {texts.map((task) => {
        const state = stateOf.get(task.id);
        const shown = hints[task.id] ?? [];
        const passed = state?.passed ?? false;
        return (
          <li key={task.id} className="flex gap-3 border-t border-line py-4" data-task={task.id} data-passed={passed}>
            <span className="pt-0.5">
              <TaskMark state={passed ? 'done' : task.id === nextId ? 'next' : 'open'} />
            </span>
            <div className={`flex min-w-0 flex-1 flex-col gap-2 ${passed ? 'text-dim' : ''}`}>
              <LightText text={task.say} />
              {task.id === nextId && state?.found && found !== 'unsaid' && (
                <Found text={state.found} onDemand={found === 'asked'} />
              )}
              {shown.length > 0 && (
                <ol className="flex flex-col gap-2 text-sm">
                  {shown.map((hint, index) => (
                    <li key={hint} className="border-l-2 border-cable pl-2.5">
                      <p className="text-dim">
                        Hint {index + 1} of {task.hints}
                      </p>
                      <LightText text={hint} />
                    </li>
                  ))}
                </ol>
              )}
              {!passed && shown.length < task.hints && (
                <Button size="sm" className="self-start" onClick={() => onHint(task.id)}>
                  Hint {shown.length + 1} of {task.hints}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Found({ text, onDemand }: { text: string; onDemand: boolean }) {
  const words = (
    <div className="border-l-2 border-line pl-2.5 text-sm text-dim">
      <LightText text={text} />
    </div>
  );
  return onDemand ? <Disclosure summary="What the check found">{words}</Disclosure> : words;
}
