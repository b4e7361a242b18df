import type { World } from '@/lib/engine/world';
import type { Said } from './experiment';
import { type AwsLineResult, isAsSaid, runAwsLine } from './run-aws-line';

const changedAccount =
  'What is said of this step may not be so here: a line of yours has changed the account. Start over to see it as it was.';

/**
 * Runs lines in an experiment's account, one after the other; changes `world`. A line that is a step comes back with the
 * step's note, but only while no line of the reader's own has changed the account: a note tells of the whole account,
 * and one answer that is as expected does not prove the rest.
 */
export function experimentRun(world: World, variables: Readonly<Record<string, string>>) {
  let strayed = false;
  return async (
    line: string,
    step?: { readonly note: string; readonly shows: Said },
  ): Promise<AwsLineResult & { readonly note?: string }> => {
    const result = await runAwsLine(world, variables, line);
    if (!step) {
      strayed ||= result.changed.length > 0;
      return result;
    }
    return { ...result, note: !strayed && isAsSaid(step.shows, result) ? step.note : changedAccount };
  };
}
