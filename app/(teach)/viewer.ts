import { notFound, redirect } from 'next/navigation';
import { type Caller, findBrowserCaller } from '@/lib/auth/caller';
import { UserError } from '@/lib/auth/user-error';

/** The account that looks at a page. Nobody and guests are sent to sign in, and come back to `path`. */
export async function requireViewer(path: string): Promise<Caller['user']> {
  const caller = await findBrowserCaller();
  if (!caller || caller.user.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return caller.user;
}

/** What a read gives; what it refuses is a page that does not exist, whether it is another's or nobody's. */
export async function orNotFound<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof UserError && (error.code === 'NotFound' || error.code === 'Forbidden')) notFound();
    throw error;
  }
}
