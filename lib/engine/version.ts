/** Raised with every change of what the engine answers; kept with each step, so that a log says what judged it. */
export const engineVersion = '4';
