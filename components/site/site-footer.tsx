import { ThemePicker } from './theme-picker';

/** Foot of every page that is read (the workbench fills the window and has none). */
export function SiteFooter() {
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-6 text-sm text-dim sm:px-5">
        <p className="max-w-[68ch]">
          The account is simulated: nothing runs in a cloud, nothing is billed. Work as a guest is kept for 30 days
          after your last visit, with an account for good. Patchbay is not part of Amazon Web Services.{' '}
          <a href="/fidelity" className="underline">
            How far it is like AWS
          </a>{' '}
          ·{' '}
          <a href="/sources" className="underline">
            Where the course comes from
          </a>{' '}
          ·{' '}
          <a href="/glossary" className="underline">
            Glossary
          </a>
        </p>
        <ThemePicker name="footer-theme" />
      </div>
    </footer>
  );
}
