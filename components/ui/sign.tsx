const marks = { info: '', holds: 'm4.5 8.2 2.4 2.4 4.6-5', refused: 'm5.2 5.2 5.6 5.6m0-5.6-5.6 5.6' };

/** The sign that stands beside a colour: an i, a tick, a cross. Decoration; the text beside it says the same. */
export function Sign({ kind }: { kind: keyof typeof marks }) {
  const tone = { info: 'text-dim', holds: 'text-holds', refused: 'text-refused' }[kind];
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className={`shrink-0 ${tone}`}>
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {kind === 'info' ? (
        <path d="M8 7.2V11.4M8 4.4V5.6" stroke="currentColor" strokeWidth="1.6" />
      ) : (
        <path d={marks[kind]} fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
