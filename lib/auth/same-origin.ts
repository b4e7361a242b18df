import 'server-only';

/** What a request says of the page that it comes from. */
export interface Provenance {
  readonly origin: string | null;
  /** `Sec-Fetch-Site`: set by browsers, out of a page's reach. */
  readonly site: string | null;
  readonly host: string | null;
}

/**
 * Whether a request comes from a page of ours: by `Origin`, or where that is absent by `Sec-Fetch-Site`. Neither is foreign,
 * so is `null` (an opaque origin, such as a sandboxed frame's). Ours is the address of NEXTAUTH_URL, or whatever host the
 * request itself names: a browser that was led to another name for this server has no cookie of ours to send there.
 */
export function isSameOrigin({ origin, site, host }: Provenance, publicUrl: URL): boolean {
  if (site !== null && site !== 'same-origin') return false;
  if (origin === null) return site === 'same-origin';
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (given.origin !== origin) return false;
  if (given.origin === publicUrl.origin) return true;
  // Where people use https, a page that came by http may have been written by anyone on the way.
  return given.host === host && (given.protocol === 'https:' || publicUrl.protocol === 'http:');
}
