import 'server-only';
import { z } from 'zod';
import { type RefusalCode, refuse } from '@/lib/auth/user-error';
import { NoSuchStep } from '@/lib/db/errors';
import { findAttempt, type LabAttempt } from '@/lib/db/lab-attempts';
import { commonStep } from '@/lib/db/lab-log';
import type { User } from '@/lib/db/users';
import { portsOf } from '@/lib/diagram/ports';
import { checkLab } from '@/lib/labs/check-lab';
import { compare } from '@/lib/labs/compare';
import type { ComparisonView, MomentView } from '@/lib/labs/moment-views';
import { AttemptId, noSuchAttempt, worldOf } from './attempt-view';
import { breathe } from './breathe';
import { lookAt } from './live-attempts';
import { inLongTurn } from './long-calls';
import { turn } from './turn';

/** A step in an address. */
const StepNumber = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/, 'This is not the number of a step.')
  .transform(Number)
  .describe('The number of a step; 0 is the start.');

export const GetMoment = z.strictObject({ id: AttemptId, seq: StepNumber });
export const Compare = z.strictObject({ id: AttemptId, left: StepNumber, right: StepNumber });

/** The attempt at one step of its tree, as it was right then. Moves nothing, and costs a replay of at most fifty steps. */
export function moment(user: User, { id, seq }: z.output<typeof GetMoment>): Promise<MomentView> {
  return looking(user, id, async (header) => {
    const { lab, moment, ticked, changed } = await lookAt(header, seq).catch(noSuchStep('NotFound', seq));
    const { world } = moment;
    const { tasks } = checkLab(lab, moment, ticked);
    return {
      position: seq,
      tasks: [...tasks],
      world: worldOf(header, world),
      ports: portsOf(world),
      changed: [...changed],
    };
  });
}

/** What two steps of an attempt's tree do not have alike, and where their paths parted. */
export function comparison(user: User, { id, left, right }: z.output<typeof Compare>): Promise<ComparisonView> {
  return looking(user, id, (header) =>
    inLongTurn(header.bytes, user.id, async () => {
      const at = async (seq: number) => {
        const { moment } = await lookAt(header, seq).catch(noSuchStep('InvalidInput', seq));
        await breathe();
        return moment.world;
      };
      const [inLeft, inRight] = [await at(left), await at(right)];
      // All paths have the start in common.
      const common = (await commonStep(id, user.id, left, right)) ?? 0;
      await breathe();
      return { left, right, common, differences: compare(inLeft, inRight) };
    }),
  );
}

/** In turns of its own, so that nobody waits for a line that runs in order to look back. */
const looking = <T>(user: User, id: string, work: (header: LabAttempt) => Promise<T>): Promise<T> =>
  turn(user, `${id}/look`, async () => work((await findAttempt(id, user.id)) ?? noSuchAttempt()));

const noSuchStep =
  (code: RefusalCode, seq: number) =>
  (error: unknown): never => {
    if (error instanceof NoSuchStep) refuse(code, `This attempt has no step ${seq}.`);
    throw error;
  };
