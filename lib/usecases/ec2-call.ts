import 'server-only';
import { renderCall } from '@/lib/aws-cli/render-call';
import * as attempts from '@/lib/db/lab-attempts';
import { queryErrors } from '@/lib/ec2-query/errors';
import { AwsError } from '@/lib/engine/aws-error';
import { type Call, execute, findOperation, type Outcome } from '@/lib/engine/execute';
import { setTime } from '@/lib/engine/world';
import { isWarm, openAttempt } from './live-attempts';
import { callMs, makeOwnCall } from './own-call';
import { whyFull, whyTooLong } from './record-step';
import { turn } from './turn';

const notKept = () => undefined;

/**
 * Make a real client's call in its attempt, after everything before it there. A read is answered from memory; a change
 * or a refusal is stored as a step before it is answered, and made again when another server's step came first.
 * @param client the tool that made it, for people; undefined when it does not say
 */
export function callEc2(header: attempts.LabAttempt, call: Call, client: string | undefined): Promise<Outcome> {
  return turn({ id: header.userId }, header.id, async () => {
    // Reading it again costs a statement, and is needed only where the wait for the turn saw steps come.
    let current: attempts.LabAttempt | undefined = isWarm(header) ? header : await again(header);
    for (let tries = 0; current && tries < 5; tries += 1) {
      const outcome = await tryCall(current, call, client);
      if (outcome) return outcome;
      current = await again(header);
    }
    throw current ? queryErrors.unavailable() : queryErrors.authFailure();
  });
}

const again = (header: attempts.LabAttempt): Promise<attempts.LabAttempt | undefined> =>
  attempts.findAttempt(header.id, header.userId);

/** Undefined when another step came first. */
async function tryCall(
  header: attempts.LabAttempt,
  call: Call,
  client: string | undefined,
): Promise<Outcome | undefined> {
  const live = await openAttempt(header);
  if (findOperation(call.operation).reads) {
    const { world } = live.moment;
    setTime(world, world.now + callMs);
    return execute(world, call);
  }
  // Ours, and no codes of AWS's: it has no such limits.
  const full = whyFull(header);
  if (full) throw new AwsError('AttemptFull', full);
  const line = renderCall(call);
  // A comment, so that the text can still be run as it stands.
  const text = client ? `${line}  # ${client}` : line;
  const tooLong = whyTooLong(text, [call]);
  if (tooLong) throw new AwsError('StepTooLarge', tooLong);
  const recording = await makeOwnCall(live, header, { call, via: 'ec2', text }, ({ outcome }) => outcome, notKept);
  if (recording.ok) return recording.answer;
  if (recording.head === undefined) throw queryErrors.authFailure();
  return undefined;
}
