import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@/lib/auth/past-next';
import { labVersions } from '@/lib/content/labs';
import { store } from '@/lib/db/content-versions';
import { createGuest, type User } from '@/lib/db/users';
import { answerEc2 } from '@/lib/usecases/ec2-answer';
import { giveCredentials } from '@/lib/usecases/ec2-credentials';
import { getAttempt, startAttempt } from '@/lib/usecases/lab-attempts';
import { runCommand } from '@/lib/usecases/run-command';
import { freshDatabase } from '../db/databases';

export interface Credentials {
  readonly endpointUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Ec2Server {
  readonly url: string;
  readonly user: User;
  /** Requests so far, with the status of each. */
  readonly seen: { readonly userAgent: string; readonly status: number }[];
  /** Answers every request with this instead of the endpoint, until it is undefined again. */
  refuse: (() => Response) | undefined;
  start(slug?: string): Promise<{ id: string; credentials: Credentials }>;
  run(id: string, line: string): ReturnType<typeof runCommand>;
  view(id: string): ReturnType<typeof getAttempt>;
  close(): Promise<void>;
}

const notKept = () => undefined;

/** The endpoint behind a port of its own, on a fresh database: what a built server answers at `/api/ec2`. */
export async function startEc2Server(): Promise<Ec2Server> {
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, which no server has';
  await freshDatabase();
  await store(await labVersions());
  const user = await createGuest();
  // The first one starts the threads, which takes longer than a test should.
  await startAttempt(user, { slug: 'sandbox' }, notKept);
  const seen: { userAgent: string; status: number }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const refusal = self.refuse?.();
    if (!refusal) await serve(answerEc2, incoming, outgoing);
    else outgoing.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(await refusal.text());
    seen.push({ userAgent: incoming.headers['user-agent'] ?? '', status: outgoing.statusCode });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // It listens on a port, so its address is no path.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const self: Ec2Server = {
    url,
    user,
    seen,
    refuse: undefined,
    async start(slug = 'sandbox') {
      const { id } = await startAttempt(user, { slug }, notKept);
      const credentials = await giveCredentials(user, { id });
      return { id, credentials: { ...credentials, endpointUrl: `${url}/api/ec2` } };
    },
    run: (id, line) => runCommand(user, { id, line }, notKept),
    view: (id) => getAttempt(user, { id }),
    close: () => new Promise((done) => server.close(() => done())),
  };
  return self;
}
