import 'server-only';

/** What the app refuses, and the HTTP status of each. */
export const refusalStatus = {
  InvalidJson: 400,
  Unauthenticated: 401,
  Forbidden: 403,
  NotFound: 404,
  Conflict: 409,
  TooLarge: 413,
  UnsupportedMediaType: 415,
  InvalidInput: 422,
  TooManyRequests: 429,
} as const;
export type RefusalCode = keyof typeof refusalStatus;

/** What is wrong with one field; an empty path where it is the whole. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

/** The app refuses: shown to the person as it stands, so the message says what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** More for programs: fields of a form, the state that won a conflict, seconds to wait. */
    readonly details: { issues?: readonly Issue[]; current?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

/** For the middle of an expression: `find(...) ?? refuse('NotFound', 'No such attempt')`. */
export function refuse(code: RefusalCode, message: string): never {
  throw new UserError(code, message);
}
