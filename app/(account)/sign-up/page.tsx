import type { Metadata } from 'next';
import Link from 'next/link';
import { SignUpForm } from '@/components/account/sign-up-form';
import { Page } from '@/components/site/page';
import { returnPath } from '@/lib/auth/return-path';
import { signUpAction } from '../actions';

export const metadata: Metadata = { title: 'Make an account' };

export default async function SignUpPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const parameters = await searchParams;
  const { setup } = parameters;
  const next = returnPath(parameters);
  const isSetup = typeof setup === 'string';
  return (
    <Page width="form">
      <h1 className="text-2xl font-semibold">{isSetup ? 'Make the first administrator' : 'Make an account'}</h1>
      <p className="mt-2 mb-8 text-dim">
        {isSetup
          ? 'This link works once. The account made with it may do everything in this installation.'
          : 'Your lessons, labs and quizzes are kept, on every device you sign in on. What you did here as a guest comes along.'}
      </p>
      <SignUpForm action={signUpAction} next={next} {...(isSetup && { setup })} />
      <p className="mt-8">
        Have one?{' '}
        <Link href={`/sign-in?next=${encodeURIComponent(next)}`} className="underline">
          Sign in
        </Link>
        .
      </p>
    </Page>
  );
}
