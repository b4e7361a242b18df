import 'server-only';
import { NextRequest } from 'next/server';
import NextAuth, { type AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { deleteSession, findSession } from '@/lib/db/sessions';
import { environment } from '@/lib/environment/environment';
import { SignIn } from './accounts';
import { requireOwnPage } from './caller';
import { isWrite, readBody } from './request';
import { replaceSession, sessionSeconds } from './session';
import { checkPassword } from './sign-in';
import { refusalStatus, UserError } from './user-error';

/**
 * next-auth's own endpoints under /api/auth, on the same rules, rows and cookie as the forms. A token names a
 * session row; without the row it is nobody's.
 */
const options = (): AuthOptions => ({
  secret: environment().secret,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      name: 'e-mail and password',
      credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
      async authorize(credentials) {
        const parsed = SignIn.pick({ email: true, password: true }).safeParse({
          email: credentials?.email,
          password: credentials?.password,
        });
        if (!parsed.success) return null;
        try {
          const user = await checkPassword(parsed.data.email, parsed.data.password);
          return { id: user.id, name: user.name, email: user.email };
        } catch (error) {
          if (error instanceof UserError && error.code === 'Unauthenticated') return null;
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    redirect: ({ url }) => (isOwn(url) ? new URL(url, environment().publicUrl).href : environment().publicUrl.href),
    async jwt({ token, user }) {
      if (user) return { sid: await replaceSession(user.id) };
      // An ended session is no session: next-auth answers `{}` and takes the cookie away.
      if (typeof token.sid !== 'string' || !(await findSession(token.sid))) throw new EndedSession();
      return { sid: token.sid };
    },
    async session({ session, token }) {
      const found = typeof token.sid === 'string' ? await findSession(token.sid) : undefined;
      return { expires: session.expires, ...(found && { user: { name: found.user.name, email: found.user.email } }) };
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === 'string') await deleteSession(token.sid);
    },
  },
  logger: {
    // Cookies that are old or not ours are everyday; anyone could fill the log with them.
    error: (code, metadata) => code === 'JWT_SESSION_ERROR' || console.error(code, metadata),
  },
});

class EndedSession extends Error {}

/** What next-auth serves here, by method; the rest of it (its log for browsers, other providers) is closed. */
const served: Record<string, readonly string[]> = {
  GET: ['csrf', 'providers', 'session', 'signin', 'signout', 'error'],
  POST: ['signin/credentials', 'callback/credentials', 'signout', 'session'],
};

/** Members of a body that next-auth reads; all are text. */
const Body = z.object({
  csrfToken: z.string().optional(),
  callbackUrl: z.string().optional(),
  json: z.coerce.string().optional(),
  email: z.string().optional(),
  password: z.string().optional(),
});

const isOwn = (url: string): boolean => {
  const { publicUrl } = environment();
  return URL.canParse(url, publicUrl) && new URL(url, publicUrl).origin === publicUrl.origin;
};

export async function nextAuthHandler(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    if (!served[isWrite(request) ? request.method : 'GET']?.includes(nextauth.join('/')))
      throw new UserError('NotFound', 'There is nothing here.');
    return await NextAuth(options())(await cleaned(request), context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return Response.json(
      { error: { code: error.code, message: error.message } },
      { status: refusalStatus[error.code] },
    );
  }
}

/**
 * The request as next-auth expects it: a return address of ours only (it answers others with 500), and a form of texts.
 * A request that a browser says is foreign is refused before next-auth looks at its token.
 */
async function cleaned(request: NextRequest): Promise<NextRequest> {
  const url = new URL(request.url);
  const back = url.searchParams.get('callbackUrl');
  if (back !== null && !isOwn(back)) url.searchParams.delete('callbackUrl');
  if (!isWrite(request)) return new NextRequest(url, { headers: request.headers });

  if (request.headers.has('origin') || request.headers.has('sec-fetch-site')) await requireOwnPage();
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(await bodyOf(request))) {
    if (value !== undefined && (name !== 'callbackUrl' || isOwn(value))) form.set(name, value);
  }
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/x-www-form-urlencoded');
  headers.delete('content-length');
  return new NextRequest(url, { method: 'POST', headers, body: form.toString() });
}

async function bodyOf(request: Request): Promise<z.output<typeof Body>> {
  const text = await readBody(request);
  const type = request.headers.get('content-type') ?? '';
  let sent: unknown = Object.fromEntries(new URLSearchParams(text));
  if (/^application\/json\b/i.test(type)) {
    try {
      sent = JSON.parse(text);
    } catch {
      throw new UserError('InvalidJson', 'The request is not JSON.');
    }
  }
  const parsed = Body.safeParse(sent);
  if (!parsed.success) throw new UserError('InvalidInput', 'The request must be a form of texts.');
  return parsed.data;
}
