import { Button } from '@/components/ui/button';

/** What one looks at is not where the lab stands: the way back, and what can be done from here. */
export function MomentBanner({
  words,
  isShown,
  isComing,
  busy,
  onBack,
  onGoOn,
  onFork,
  onCompare,
}: {
  words: string;
  /** It can be shown. */
  isShown: boolean;
  /** The moment is on its way; what is shown is of before. */
  isComing: boolean;
  busy: boolean;
  onBack: () => void;
  onGoOn: () => void;
  onFork: () => void;
  onCompare: () => void;
}) {
  return (
    <section
      aria-label="A moment of before"
      aria-busy={isComing}
      className="order-first flex flex-wrap max-lg:order-2 max-lg:border-t-2 items-center gap-x-4 gap-y-1 border-b-2 border-cable bg-panel px-4 py-1.5 text-sm"
    >
      <p className="min-w-0 flex-1 basis-60">
        {words}
        {isComing && <span className="late text-dim"> It is being fetched; you still see what was before.</span>}
      </p>
      <div className="flex flex-wrap gap-1">
        <Button size="sm" variant="primary" onClick={onBack}>
          Back to now
        </Button>
        {isShown && (
          <>
            <Button size="sm" busy={busy} onClick={onGoOn}>
              Go on from here
            </Button>
            <Button size="sm" busy={busy} onClick={onFork}>
              Fork from here
            </Button>
            <Button size="sm" onClick={onCompare}>
              Compare with now
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
