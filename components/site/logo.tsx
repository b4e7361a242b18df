/** The little panel with two ports, one of them live. Decoration beside the name, so hidden from screen readers. */
export function Logo() {
  return (
    <svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true" className="shrink-0">
      <rect x="1" y="1" width="20" height="12" rx="2.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="7.5" cy="7" r="1.9" className="fill-cable" />
      <circle cx="14.5" cy="7" r="1.9" fill="currentColor" />
    </svg>
  );
}
