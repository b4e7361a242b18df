import 'server-only';

/** Lets whatever else waits for the event loop go first: between two parts of an answer that each take long. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
