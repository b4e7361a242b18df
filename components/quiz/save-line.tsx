import { Button } from '../ui/button';
import { Sign } from '../ui/sign';
import type { SaveState } from './save-queue';
import { clockTime } from './times';

const away = 'Not saved, trying again; your answer is safe on this page';

/** The state of saving, in words, always at the same place. Read out only when something is wrong, and when it is right again. */
export function SaveLine({
  state,
  current,
  numberOf,
  onGo,
  onTry,
}: {
  state: SaveState;
  /** The question that is shown. */
  current: string | undefined;
  numberOf: (questionId: string) => number;
  onGo: (questionId: string) => void;
  onTry: () => void;
}) {
  const first = 'questions' in state ? state.questions[0] : undefined;
  const isWrong = !['saved', 'saving', 'nothing'].includes(state.kind);
  return (
    <div className="flex min-h-7 items-center gap-2 text-sm text-dim" data-testid="save-state" data-state={state.kind}>
      {state.kind === 'saved' && <Sign kind="holds" />}
      {isWrong && <Sign kind="refused" />}
      <span className={isWrong ? 'text-ink' : 'tabular-nums'}>{wordsOf(state, numberOf)}</span>
      {state.kind === 'away' && (
        <Button size="sm" className="shrink-0" onClick={onTry}>
          Try now
        </Button>
      )}
      {first !== undefined && first !== current && (
        <Button size="sm" className="shrink-0" onClick={() => onGo(first)}>
          Go there
        </Button>
      )}
      <span role="status" className="sr-only">
        {isWrong && wordsOf(state, numberOf)}
      </span>
    </div>
  );
}

function wordsOf(state: SaveState, numberOf: (questionId: string) => number): string {
  switch (state.kind) {
    case 'nothing':
      return 'Each answer is saved as you give it';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${clockTime(state.at)}`;
    case 'away':
      return away;
    case 'choose':
      return `Not saved: question ${state.questions.map(numberOf).join(', ')} was answered elsewhere too`;
    case 'refused':
      return `Not saved: question ${state.questions.map(numberOf).join(', ')} needs another look`;
    case 'stopped':
      return state.stop.kind === 'over' ? 'Not saved; your answer is safe on this page' : 'This attempt is handed in';
  }
}
