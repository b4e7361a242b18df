import { Button } from '@/components/ui/button';
import type { Player, Speed } from './use-player';

const speedNames: { readonly [K in Speed]: string } = { slow: 'Slow', normal: 'Normal', fast: 'Fast' };

/** Play, step and speed of a walk. Where no motion is wanted, there is nothing to play: one steps. */
export function PlayerBar({ player, stops, still }: { player: Player; stops: number; still: boolean }) {
  const { at, playing, speed } = player;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div role="group" aria-label="Walk of the packet" className="flex flex-wrap items-center gap-x-1 gap-y-2">
      {!still && (
        <Button size="sm" onClick={playing ? player.pause : player.play} className="min-w-16">
          {playing ? 'Pause' : 'Play'}
        </Button>
      )}
      {/* Not `disabled` at the ends: that would drop the focus of whoever steps with the keyboard. */}
      <Button
        size="sm"
        variant={still ? 'plain' : 'quiet'}
        aria-disabled={at === 0}
        onClick={() => at > 0 && player.go(at - 1)}
      >
        Step back
      </Button>
      <Button
        size="sm"
        variant={still ? 'plain' : 'quiet'}
        aria-disabled={at >= stops - 1}
        onClick={() => at < stops - 1 && player.go(at + 1)}
      >
        Step forward
      </Button>
      <span className="px-2 text-sm text-dim tabular-nums" data-testid="stop">
        Hop {at + 1} of {stops}
      </span>
      {!still && (
        <label className="flex items-center gap-1.5 text-sm text-dim">
          Speed
          <select
            value={speed}
            // The values are the names of the speeds.
            onChange={(event) => player.setSpeed(event.target.value as Speed)}
            className="min-h-7 rounded border border-line-strong bg-panel px-1.5 text-ink pointer-coarse:min-h-9"
          >
            {Object.entries(speedNames).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
