import { store } from '@/lib/db/content-versions';
import { create, type NewStep } from '@/lib/db/lab-attempts';
import { createGuest, type User } from '@/lib/db/users';

/** A step such as the shell makes, but for what the test says. */
export function step(changes: Partial<NewStep> = {}): NewStep {
  return {
    at: new Date('2026-03-01T12:00:01.250Z'),
    actor: 'someone',
    via: 'shell',
    text: 'aws ec2 create-vpc --cidr-block 10.0.0.0/16',
    calls: '[{"operation":"CreateVpc","input":{"CidrBlock":"10.0.0.0/16"},"ok":true}]',
    sequence: 7,
    shell: null,
    ticked: [],
    engine: '1',
    ...changes,
  };
}

/** An attempt at its start, of a new guest or of the user given. */
export async function newAttempt(user?: User) {
  await store([{ hash: 'hash-1', kind: 'lab', slug: 'first', document: '{"title":"First"}' }]);
  const owner = user ?? (await createGuest());
  const attempt = await create({
    userId: owner.id,
    labSlug: 'first',
    contentHash: 'hash-1',
    seed: 'seed-1',
    engine: '1',
    snapshot: { world: '{"start":true}', shell: '{"cwd":"/start"}' },
  });
  return { owner, attempt, own: { attemptId: attempt.id, userId: owner.id } };
}
