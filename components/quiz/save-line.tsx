import { Button } from '../ui/button';
import { Sign } from '../ui/sign';
import { isAway, type SaveState } from './save-queue';
import { saveWords } from './save-words';

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
  const words = saveWords(state, numberOf);
  const isWrong = !['saved', 'saving', 'nothing'].includes(state.kind);
  return (
    <div
      className="flex min-h-7 flex-wrap items-center gap-2 sm:flex-nowrap text-sm text-dim"
      data-testid="save-state"
      data-state={state.kind}
    >
      <span className="flex min-w-0 items-center gap-2">
        {state.kind === 'saved' && <Sign kind="holds" />}
        {isWrong && <Sign kind="refused" />}
        <span className={isWrong ? 'text-ink' : 'tabular-nums'}>{words}</span>
      </span>
      {isAway(state) && (
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
        {isWrong && words}
      </span>
    </div>
  );
}
