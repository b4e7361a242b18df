import type { SharedMoment } from '@/lib/labs/moment-views';

/** The calls that made a moment, in order, and what AWS said to each. */
export function CallList({ steps, isCut }: { steps: SharedMoment['steps']; isCut: boolean }) {
  if (steps.length === 0) {
    return <p className="text-dim">{isCut ? 'The last steps made no call.' : 'None: this is where the lab starts.'}</p>;
  }
  return (
    <>
      {isCut && <p className="mb-2 text-dim">There were more before these; the last ones are listed.</p>}
      <ol className="flex flex-col">
        {steps.map((step, index) => (
          // A list that never changes: a call's place is its identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <li key={index} className="flex flex-col gap-1 border-t border-line py-2.5">
            <code className="wrap-anywhere whitespace-pre-wrap">{step.text}</code>
            <span className="text-sm">
              {step.outcome === 'changed' && <span className="text-dim">✓ Accepted</span>}
              {step.outcome === 'changed' && step.codes.length > 0 && '; '}
              {step.codes.length > 0 && <span className="text-refused">{`✕\u00a0${step.codes.join(', ')}`}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
