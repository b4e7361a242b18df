import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DeleteForm } from '@/components/account/delete-form';
import { NameForm, PasswordForm, ThemeSetting, TokenForm, TokenList } from '@/components/account/settings-forms';
import { Page } from '@/components/site/page';
import { buttonClass } from '@/components/ui/button-class';
import { LinkButton } from '@/components/ui/link-button';
import { findBrowserCaller } from '@/lib/auth/caller';
import { settings } from '@/lib/usecases/settings';
import {
  changeNameAction,
  changePasswordAction,
  changeThemeAction,
  createTokenAction,
  deleteMeAction,
  revokeTokenAction,
} from '../actions';

export const metadata: Metadata = { title: 'Settings' };

const heading = 'mb-4 text-xl font-semibold';

export default async function SettingsPage() {
  const caller = await findBrowserCaller();
  if (!caller) redirect('/sign-in?next=/settings');
  const { account, tokens } = await settings(caller.user);
  return (
    <Page width="form">
      <h1 className="mb-8 text-2xl font-semibold">Settings</h1>
      <div className="flex flex-col gap-12">
        <section aria-labelledby="look">
          <h2 id="look" className={heading}>
            Look
          </h2>
          <ThemeSetting action={changeThemeAction} />
        </section>
        {account ? (
          <>
            <section aria-labelledby="name">
              <h2 id="name" className={heading}>
                Name
              </h2>
              <p className="mb-4 text-dim">You sign in as {account.email}.</p>
              <NameForm action={changeNameAction} name={account.name} />
            </section>
            <section aria-labelledby="password">
              <h2 id="password" className={heading}>
                Password
              </h2>
              <p className="mb-4 text-dim">A new password signs you out on every other device.</p>
              <PasswordForm action={changePasswordAction} />
            </section>
            <section aria-labelledby="tokens">
              <h2 id="tokens" className={heading}>
                Tokens
              </h2>
              <p className="mb-4 text-dim">
                A token lets a program of yours use the API under /api/v1 as you. Whoever has it may do what you may.
              </p>
              <TokenList tokens={tokens} action={revokeTokenAction} />
              <TokenForm action={createTokenAction} />
            </section>
          </>
        ) : (
          <section aria-labelledby="account">
            <h2 id="account" className={heading}>
              Account
            </h2>
            <p className="mb-4 text-dim">
              You are a guest. Your work is kept for 30 days after your last visit, on this device only. An account
              keeps it for good, everywhere.
            </p>
            <LinkButton href="/sign-up?next=/settings">Make an account</LinkButton>
          </section>
        )}
        <section aria-labelledby="data">
          <h2 id="data" className={heading}>
            Your data
          </h2>
          <p className="mb-4 text-dim">
            One JSON file with everything that is stored on you: labs with their steps, lessons, answers, marks,
            sessions. It says what is left out, and why.
          </p>
          <a href="/api/v1/me/export" download className={buttonClass('plain', 'md')}>
            Download your data
          </a>
        </section>
        <section aria-labelledby="delete">
          <h2 id="delete" className={heading}>
            {account ? 'Delete your account' : 'Delete your work'}
          </h2>
          <p className="mb-4 text-dim">
            {account
              ? 'Your name, e-mail address, labs, lessons, practice and tokens are deleted at once. Work you handed in to a class keeps its points, without your name and without your texts.'
              : 'Your labs, lessons and quizzes are deleted at once.'}{' '}
            <strong className="font-semibold text-ink">This cannot be taken back.</strong> Download your data before, if
            you want to keep any of it.
          </p>
          <DeleteForm action={deleteMeAction} account={account !== undefined} />
        </section>
      </div>
    </Page>
  );
}
