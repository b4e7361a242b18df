import { createHash, randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { themeScript } from '@/components/site/theme-script';
import { environment } from '@/lib/environment/environment';
import { documentPolicy } from '@/lib/setup/policy.mjs';

/**
 * The pages that are rendered per request, and only those: they cannot carry hashes made by the build, so each answer
 * gets a nonce. The build compares this list with what it prerendered and fails when they disagree (lib/setup/csp.mjs).
 * No permission is checked here.
 */
export const config = {
  matcher: [
    // Few patterns: Next tries each of them on every request, those of the API too.
    '/:page(classes|grading|notes|progress|settings|sign-in|sign-up)',
    '/:page(classes|grading|moments|outcomes)/:id',
    '/classes/:id/gradebook',
    '/embed/labs/:slug',
  ],
};

// The theme script stands in the layout of every page, prerendered ones too, so it has no nonce.
const themeHash = `'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`;

/** Sends a page with a Content-Security-Policy of its own. In development there is none: Next evaluates code there. */
export function proxy(request: NextRequest): NextResponse {
  if (process.env.NODE_ENV === 'development') return NextResponse.next();
  const framedBy = request.nextUrl.pathname.startsWith('/embed/') ? environment().embedOrigins : [];
  const policy = documentPolicy([`'nonce-${randomBytes(16).toString('base64')}'`, themeHash], framedBy);
  // Next reads the nonce for its own scripts from the policy on the request.
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}
