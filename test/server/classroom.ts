import { Browser } from './browser';
import { password, signUp } from './people';
import type { TestServer } from './start-server';

/** A class on a server that nobody has set up yet: its instructor (the administrator), a learner, and one quiz set to it. */
export interface Classroom {
  readonly instructor: Browser;
  readonly learner: Browser;
  readonly classId: string;
  readonly code: string;
  readonly assignmentId: string;
}

/** Makes the class with the forms of its pages, as people do. */
export async function assigned(server: TestServer, quizSlug: string): Promise<Classroom> {
  const instructor = new Browser(server.url);
  const setup = /\/sign-up\?setup=\S+/.exec(server.log())?.[0] ?? '';
  const made = await instructor.submit(setup, 'Make the account', {
    name: 'Iris',
    email: 'iris@example.org',
    password,
  });
  if (made.status !== 303) throw new Error(`no administrator: ${made.status} ${made.text.slice(0, 500)}`);
  await instructor.submit('/classes', 'Make', { name: 'Networks 1' });
  const [{ id: classId }] = (await instructor.get('/api/v1/classes')).json;
  const { code } = (await instructor.get(`/api/v1/classes/${classId}`)).json;
  const learner = new Browser(server.url);
  await signUp(learner, 'lea@example.org', 'Lea');
  await join(learner, code);
  await instructor.submit(`/classes/${classId}`, 'Set the quiz', { quizSlug, dueAt: '', none: 'on' });
  const { assignments } = (await instructor.get(`/api/v1/classes/${classId}`)).json;
  if (!assignments[0]) throw new Error('the quiz was not set');
  return { instructor, learner, classId, code, assignmentId: assignments[0].id };
}

/** Joins a class with the form of its page. */
export async function join(browser: Browser, code: string): Promise<void> {
  const answer = await browser.submit('/classes', 'Join', { code });
  if (answer.status !== 303) throw new Error(`not joined: ${answer.status} ${answer.text.slice(0, 1_000)}`);
}
