import type { QuizAttemptView } from '@/lib/quizzes/views';
import { someAnswer } from '../build/quiz-answers';
import type { Figure } from './bench';
import { Client, rate } from './load';
import { median } from './measure';
import { startBoth } from './servers';

const rounds = 12;
const lesson = 'what-an-elastic-network-interface-is';
const quiz = 'interfaces-and-attachments';

/** Pages against the bare page that reads one row, and saving an answer against its durable insert, in turns. */
export async function pages(): Promise<Figure[]> {
  const both = await startBoth();
  const ours = new Client(both.ours);
  const bare = new Client(both.bare);
  try {
    const learner = await openQuiz(ours);
    const work = {
      lesson: () => ours.send(`/lessons/${lesson}`),
      view: async () => {
        await ours.send(`/lessons/${lesson}`);
        await ours.send(`/api/v1/lessons/${lesson}/progress`, { headers: learner.headers });
      },
      bareRow: () => bare.send('/row'),
      progress: () => ours.send('/progress', { headers: learner.headers }),
      bareInsert: () => bare.send('/api/insert', { method: 'POST', body: { line: 'aws ec2 describe-vpcs' } }),
      save: learner.save,
    };
    const lanesOf = (name: keyof typeof work) =>
      // A version follows the one before it, so one learner saves one answer at a time; the bare insert does the same.
      name === 'save' || name === 'bareInsert' ? 1 : 8;
    const names = Object.keys(work) as (keyof typeof work)[];
    // What a server gives in the long run: without this, the first rounds measure how fast V8 compiles.
    for (const name of names) await rate(work[name], { lanes: lanesOf(name), ms: 4_000 });
    const turns: Record<keyof typeof work, number>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const turn = {} as (typeof turns)[number];
      for (const name of names) turn[name] = await rate(work[name], { lanes: lanesOf(name), ms: 500 });
      turns.push(turn);
    }
    // Of each turn by itself: what else the machine does in the meantime slows both sides of it.
    const figure = (name: string, of: keyof typeof work, against: keyof typeof work): Figure => {
      const middle = (rateOf: (turn: (typeof turns)[number]) => number) => median(turns.map(rateOf));
      return {
        name,
        value: middle((turn) => turn[of] / turn[against]),
        detail: `${Math.round(middle((turn) => turn[of]))}/s to ${Math.round(middle((turn) => turn[against]))}/s`,
      };
    };
    return [
      figure('lesson HTML, rate ÷ bare dynamic page', 'lesson', 'bareRow'),
      figure('lesson HTML with its personal fetch, rate ÷ bare dynamic page', 'view', 'bareRow'),
      figure('progress page, rate ÷ bare dynamic page', 'progress', 'bareRow'),
      figure('saving an answer, rate ÷ bare durable insert', 'save', 'bareInsert'),
    ];
  } finally {
    ours.close();
    bare.close();
    await both.stop();
  }
}

/** A guest in the middle of the quiz; `save` changes one answer each time. */
async function openQuiz(client: Client) {
  const started = await client.send(`/api/v1/quizzes/${quiz}/attempts`, { method: 'POST', body: {} });
  const cookie = [started.headers['set-cookie'] ?? []]
    .flat()
    .map((text) => text.split(';')[0])
    .join('; ');
  const headers = { cookie };
  const { id, questions } = JSON.parse(started.text()) as Pick<QuizAttemptView, 'id' | 'questions'>;
  const question = questions.find(({ type }) => type === 'free') ?? questions[0];
  if (!question) throw new Error('the quiz has no question');
  let version = 0;
  const save = async () => {
    const body = { answer: someAnswer(question, version), version };
    const { text } = await client.send(`/api/v1/quiz-attempts/${id}/answers/${question.id}`, {
      method: 'PUT',
      headers,
      body,
    });
    version = (JSON.parse(text()) as { version: number }).version;
  };
  return { headers, save };
}
