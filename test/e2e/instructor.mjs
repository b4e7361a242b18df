/** The account that may make classes; serve.mjs makes it before the server starts, since no page gives that right. */
export const instructor = { email: 'ivy@example.org', name: 'Ivy Instructor', password: 'difference engine no 2' };
