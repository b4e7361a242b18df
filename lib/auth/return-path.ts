import 'server-only';
import { environment } from '@/lib/environment/environment';
import { LocalPath } from './fields';

type Parameters = Record<string, string | string[] | undefined>;

/** Where a sign-in page sends the browser afterwards: `next`, or next-auth's `callbackUrl`; a path of this site. */
export function returnPath({ next, callbackUrl }: Parameters): string {
  if (next !== undefined || typeof callbackUrl !== 'string') return LocalPath.parse(next);
  const { publicUrl } = environment();
  const url = URL.canParse(callbackUrl, publicUrl) ? new URL(callbackUrl, publicUrl) : undefined;
  if (url?.origin !== publicUrl.origin || url.pathname === '/') return LocalPath.parse(undefined);
  return LocalPath.parse(`${url.pathname}${url.search}`);
}
