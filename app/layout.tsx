import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { Unframed } from '@/components/embed/unframed';
import { SiteHeader } from '@/components/site/site-header';
import { themeScript } from '@/components/site/theme-script';
import './globals.css';

const sans = localFont({
  src: '../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2',
  weight: '100 700',
  // On a slow network the first page is read in the system's face, and nothing in it moves when this one has come.
  display: 'optional',
  variable: '--font-plex-sans',
});

const mono = localFont({
  src: [
    { path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2', weight: '400' },
    { path: '../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-600-normal.woff2', weight: '600' },
  ],
  // Its fallbacks are as wide, so what is read already stays where it is.
  display: 'swap',
  preload: false,
  // The metrics of Arial would be wrong for a fixed-width face; the system's own is close.
  adjustFontFallback: false,
  variable: '--font-plex-mono',
});

export const metadata: Metadata = {
  title: { default: 'Patchbay: AWS networking, in a simulated account', template: '%s · Patchbay' },
  description:
    'A tutor for the networking part of the AWS exams. Type aws ec2 commands into a simulated account that refuses what AWS refuses, in AWS’s words.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#131417' },
  ],
};

/** The frame of every page: theme, fonts, skip link, header. Each page brings its own `<main id="main">`. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The theme script sets attributes on this element before React sees it.
    <html lang="en" className={`${sans.variable} ${mono.variable}`} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, hashed by the policy */}
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body>
        <a
          href="#main"
          className="absolute left-4 -top-20 z-20 bg-ink px-3 py-2 text-paper rounded focus:top-2 focus:outline-offset-2"
        >
          Skip to content
        </a>
        <Unframed>
          <SiteHeader />
        </Unframed>
        {children}
      </body>
    </html>
  );
}
