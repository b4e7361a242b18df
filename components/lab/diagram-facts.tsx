import { Button } from '@/components/ui/button';
import type { Facts } from '@/lib/diagram/facts';

/** What there is to know of what is selected in the picture. Spoken when it changes. */
export function DiagramFacts({
  facts,
  onRow,
  onClose,
}: {
  facts: Facts | undefined;
  onRow: ((id: string) => void) | undefined;
  onClose: () => void;
}) {
  return (
    <div
      aria-live="polite"
      className="max-h-[45%] shrink-0 overflow-y-auto bg-panel not-empty:border-t not-empty:border-line"
    >
      {facts && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-3 py-3 sm:px-5">
          <div className="min-w-0 flex-1 basis-64">
            <p className="wrap-anywhere">
              <span className="text-dim">{facts.kind} </span>
              <span className="font-semibold">{facts.name}</span>
              {facts.id !== undefined && facts.id !== facts.name && (
                <span className="font-mono text-sm text-dim"> {facts.id}</span>
              )}
            </p>
            <dl className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-sm">
              {facts.rows.map(([label, value]) => (
                <div key={label} className="flex min-w-0 gap-1.5">
                  <dt className="shrink-0 text-dim">{label}</dt>
                  <dd className="min-w-0 wrap-anywhere">{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div className="flex gap-2">
            {onRow && facts.id !== undefined && (
              <Button size="sm" onClick={() => onRow(facts.id ?? '')}>
                Show in the table
              </Button>
            )}
            <Button size="sm" variant="quiet" onClick={onClose}>
              Close
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
