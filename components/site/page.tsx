import type { ReactNode } from 'react';
import { SiteFooter } from './site-footer';

const widths = { wide: 'max-w-6xl', list: 'max-w-3xl', form: 'max-w-md' };

/** The body of a page that scrolls: main landmark, margins, footer. `width`: wide 1152 px, list 768 px, form 448 px. */
export function Page({ width = 'wide', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <>
      <main id="main" tabIndex={-1} className={`mx-auto w-full px-4 pt-8 pb-16 outline-none sm:px-5 ${widths[width]}`}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
