import type { Metadata } from 'next';
import Link from 'next/link';
import { SignInForm } from '@/components/account/sign-in-form';
import { Page } from '@/components/site/page';
import { Notice } from '@/components/ui/notice';
import { returnPath } from '@/lib/auth/return-path';
import { signInAction } from '../actions';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const parameters = await searchParams;
  const next = returnPath(parameters);
  return (
    <Page width="form">
      <h1 className="text-2xl font-semibold">Sign in</h1>
      <p className="mt-2 mb-8 text-dim">What you did on this device as a guest is added to your account.</p>
      {/* next-auth's endpoints send a browser here when they refuse it. */}
      {parameters.error !== undefined && (
        <div className="mb-8">
          <Notice kind="refused">
            {parameters.error === 'CredentialsSignin'
              ? 'No account has this address and password. Check both and try again.'
              : 'That did not sign you in. Try it here.'}
          </Notice>
        </div>
      )}
      <SignInForm action={signInAction} next={next} />
      <p className="mt-8">
        No account yet?{' '}
        <Link href={`/sign-up?next=${encodeURIComponent(next)}`} className="underline">
          Make one
        </Link>
        .
      </p>
    </Page>
  );
}
