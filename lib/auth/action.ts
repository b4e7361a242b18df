import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { type Caller, findBrowserCaller, requireAccess, requireOwnPage } from './caller';
import { type Permission, permissions } from './permissions';
import { refuseUnreadable } from './readable';
import { writeCookie } from './session';
import { type Issue, UserError } from './user-error';

/**
 * What a form shows after it was sent. `to` is where the browser is to go now, `fields` are messages by field name,
 * `values` what was typed (never a password).
 */
export type ActionResult<T> =
  | { readonly ok: true; readonly value: T; readonly to?: string }
  | {
      readonly ok: false;
      readonly message: string;
      readonly fields?: Readonly<Record<string, string>>;
      readonly values?: Readonly<Record<string, string>>;
    };

type ActionName = Extract<Permission, `action ${string}`>;

/**
 * The door of every server action: same origin, who is calling, what was sent, then the use case; a refusal becomes a
 * value for the form. `then` is where the browser goes after it went well (a path of this site).
 */
export function action<S extends z.ZodType, T>(
  name: ActionName,
  schema: S,
  usecase: (caller: Caller | undefined, input: z.output<S>) => Promise<T>,
  then?: string | ((value: T, input: z.output<S>) => string),
) {
  return async (_previous: ActionResult<T> | undefined, form: FormData): Promise<ActionResult<T>> => {
    // Whoever calls an action without its form sends what they like.
    const entries = form instanceof FormData ? [...form].filter(([key]) => !key.startsWith('$ACTION')) : [];
    const sent = Object.fromEntries(entries);
    let result: { value: T; input: z.output<S> };
    try {
      await requireOwnPage();
      const access = permissions[name];
      const caller = access === 'anyone' ? undefined : await requireAccess(access, await findBrowserCaller());
      refuseUnreadable(sent);
      const parsed = await schema.safeParseAsync(sent);
      if (!parsed.success) return refusal(invalid(parsed.error), sent);
      // Before the work, which may sign this browser out.
      if (caller?.session?.renew) await writeCookie(caller.session.id);
      result = { value: await usecase(caller, parsed.data), input: parsed.data };
    } catch (error) {
      if (error instanceof UserError) return refusal(error, sent);
      throw error;
    }
    const to = typeof then === 'function' ? then(result.value, result.input) : then;
    // A form without JavaScript is sent on from here. For one with it, redirect() would put the new page into this answer,
    // with that page's headers: a cookie beside a public Cache-Control.
    if (to && !(await headers()).has('next-action')) redirect(to);
    // The page around the form shows what is so now.
    refresh();
    return { ok: true, value: result.value, ...(to && { to }) };
  };
}

/** A schema's refusal as ours; `issues` name the fields. */
export function invalid(error: z.ZodError): UserError {
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  const [first] = issues;
  const message = first ? (first.path ? `${first.path}: ${first.message}` : first.message) : 'This is not valid.';
  return new UserError('InvalidInput', message, { issues });
}

function refusal(error: UserError, sent: Record<string, unknown>): ActionResult<never> {
  // An issue without a field of this form, such as a field that is none of ours, is said above the form.
  const issues: readonly Issue[] = (error.details.issues ?? []).filter(({ path }) => Object.hasOwn(sent, path));
  const fields = Object.fromEntries(issues.map(({ path, message }) => [path, message]));
  const values = Object.fromEntries(
    Object.entries(sent).filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !/password|current|token|setup/i.test(entry[0]),
    ),
  );
  return { ok: false, message: error.message, values, ...(issues.length > 0 && { fields }) };
}
