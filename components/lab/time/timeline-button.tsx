import { Button } from '@/components/ui/button';
import type { AttemptView } from '@/lib/labs/views';
import { timelineName } from './names';

/** Which timeline one is on, as a button that opens all of them. */
export function TimelineButton({
  attempt: { timelines, timeline },
  onOpen,
}: {
  attempt: Pick<AttemptView, 'timelines' | 'timeline'>;
  onOpen: () => void;
}) {
  const name = timelineName(timelines, timeline);
  return (
    <Button
      id="lab-timeline"
      size="sm"
      variant="quiet"
      aria-haspopup="dialog"
      aria-label={`Timeline: ${name}`}
      className="-ml-2.5 max-w-28 shrink-0 sm:max-w-44"
      onClick={onOpen}
    >
      <span className="truncate" title={name}>
        {name}
      </span>
      <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true" className="shrink-0">
        <path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
    </Button>
  );
}
