import 'server-only';
import { z } from 'zod';
import { refuse, UserError } from '@/lib/auth/user-error';
import { renderCall } from '@/lib/aws-cli/render-call';
import * as attempts from '@/lib/db/lab-attempts';
import type { User } from '@/lib/db/users';
import { AwsError, NotModelled } from '@/lib/engine/aws-error';
import { type Call, findOperation } from '@/lib/engine/execute';
import type { CallAnswer, CallRefusal } from '@/lib/labs/views';
import { AttemptId, type Keep, noSuchAttempt } from './attempt-view';
import { openAttempt } from './live-attempts';
import { makeOwnCall } from './own-call';
import { whyFull, whyTooLong } from './record-step';
import { type FindRule, refusalRules } from './refusal-rule';
import { keepsChanging, stale, stepAnswer } from './step-answer';
import { turn } from './turn';

export const RunCall = z.strictObject({
  id: AttemptId,
  operation: z.string().max(100).describe('AWS’s name of it, `DetachNetworkInterface`; one that changes something.'),
  input: z.record(z.string(), z.unknown()).describe('AWS’s parameters.'),
  position: z.int().min(0).optional().describe('The step you saw last; if another came since, nothing runs (409).'),
});

/**
 * Make one call in the attempt, as a form of its page does. What it changed or was refused is a step. With a stale `position`
 * nothing runs; without one it runs on whatever the head is by then.
 */
export async function runCall(user: User, input: z.output<typeof RunCall>, keep: Keep): Promise<CallAnswer> {
  refuseUnformable(input.operation);
  const findRule = await refusalRules();
  return turn(user, input.id, async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await tryCall(user, input, findRule, keep);
      if (answer) return answer;
    }
    throw keepsChanging();
  });
}

/** Undefined when another step came first and the caller did not mind where the call runs. */
async function tryCall(
  user: User,
  { id, operation, input, position }: z.output<typeof RunCall>,
  findRule: FindRule,
  keep: Keep,
): Promise<CallAnswer | undefined> {
  const header = (await attempts.findAttempt(id, user.id)) ?? noSuchAttempt();
  if (position !== undefined && position !== header.head) throw stale(header.head);
  const full = whyFull(header);
  if (full) throw new UserError('Conflict', full);
  const call: Call = { operation, input };
  const command = renderCall(call);
  const tooLong = whyTooLong(command, [call]);
  if (tooLong) throw new UserError('TooLarge', tooLong);
  const live = await openAttempt(header);
  const recording = await makeOwnCall(
    live,
    header,
    { call, via: 'form', text: command },
    (called): CallAnswer => ({
      ...stepAnswer(live, live.shell, called),
      command,
      ...(!called.outcome.ok && { refusal: refusalView(operation, called.outcome.error, findRule) }),
    }),
    keep,
  );
  if (recording.ok) return recording.answer;
  if (recording.head === undefined) noSuchAttempt();
  if (position !== undefined) throw stale(recording.head);
  return undefined;
}

function refusalView(operation: string, { code, message }: AwsError | NotModelled, findRule: FindRule): CallRefusal {
  const rule = findRule(operation, { code, message });
  return { code, message, ...(rule && { rule }) };
}

/** Forms change things. What only reads, what AWS does not have and what is not modelled make no step. */
function refuseUnformable(name: string): void {
  try {
    if (findOperation(name).reads)
      refuse('InvalidInput', `${name} changes nothing. Read the account itself, or use the shell.`);
  } catch (error) {
    if (error instanceof AwsError || error instanceof NotModelled) refuse('InvalidInput', error.message);
    throw error;
  }
}
