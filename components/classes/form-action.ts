import type { FormState } from '../account/form';

/** A server action as a form calls it. `T` is what it answers when it went well. */
export type FormAction<T> = (previous: FormState<T> | undefined, form: FormData) => Promise<FormState<T>>;
