import { Sign } from '../ui/sign';
import type { Extent } from './answers';

const words: Record<Extent, string> = {
  none: 'not answered',
  part: 'answered in part',
  full: 'answered',
  unsaved: 'not saved',
};

/** Every question as a port: a plug in it where it is answered, a cross where the answer is not saved. */
export function QuestionStrip({
  extents,
  current,
  onGo,
}: {
  extents: readonly Extent[];
  current: number;
  onGo: (index: number) => void;
}) {
  return (
    <nav aria-label="Questions">
      <ol className="grid grid-cols-5 gap-1 sm:flex sm:flex-wrap">
        {extents.map((extent, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place here, and the places never change
          <li key={index}>
            <button
              type="button"
              aria-label={`Question ${index + 1}, ${words[extent]}`}
              {...(index === current && { 'aria-current': 'step' })}
              onClick={() => onGo(index)}
              className="flex h-11 w-full min-w-9 flex-col items-center justify-center gap-1 rounded border border-transparent px-1 text-sm leading-none tabular-nums text-dim hover:bg-sunk hover:text-ink pointer-coarse:min-w-11 aria-[current=step]:border-cable aria-[current=step]:font-semibold aria-[current=step]:text-ink"
            >
              {index + 1}
              <Port extent={extent} isCurrent={index === current} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Port({ extent, isCurrent }: { extent: Extent; isCurrent: boolean }) {
  if (extent === 'unsaved') return <Sign kind="refused" />;
  const empty = isCurrent ? 'text-cable' : 'text-line-strong';
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={extent === 'none' ? empty : 'text-ink'}
    >
      <rect
        x="1"
        y="1"
        width="14"
        height="14"
        rx="2"
        fill={extent === 'full' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {extent === 'part' && <path d="M1 15V9h14v6z" fill="currentColor" />}
      <circle
        cx="8"
        cy="8"
        r="2.75"
        fill={extent === 'none' ? 'none' : 'var(--paper)'}
        stroke={extent === 'none' ? 'currentColor' : 'none'}
        strokeWidth="1.25"
      />
    </svg>
  );
}
