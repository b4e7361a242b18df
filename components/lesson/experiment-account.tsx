import type { ReactNode } from 'react';
import { fromJson } from '@/lib/engine/world';
import type { ExperimentAccount } from '@/lib/lessons/experiment';
import { experimentRun } from '@/lib/lessons/experiment-run';
import { AccountPicture, shownOf } from './account-picture';

/** What a page shows of a line that ran. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** AWS refused a call: nothing was changed. */
  readonly refused: boolean;
  /** What is said of it, where the line was a step. */
  readonly note?: string;
  /** Simulated seconds that it let pass. */
  readonly waitedSeconds?: number;
  /** The account as it is now. */
  readonly picture: ReactNode;
}

/**
 * An experiment's account, at its start, in this browser. The engine, the CLI and the drawing come with this module:
 * import it when they are first needed.
 */
export function openAccount(title: string, account: ExperimentAccount) {
  const world = fromJson(account.world);
  const draw = (changed: readonly string[]) => (
    <AccountPicture
      account={shownOf(world)}
      label={`Picture: ${title}`}
      captionEnd={`: ${title}`}
      changed={new Set(changed)}
    />
  );
  const runLine = experimentRun(world, account.variables);
  /** `number`: which of the commands the line is. */
  const run = async (line: string, number?: number): Promise<Ran> => {
    const step = number === undefined ? undefined : account.steps[number];
    const { refused, changed, exitCode: _, ...ran } = await runLine(line, step);
    return { ...ran, refused: refused !== undefined, picture: draw(changed) };
  };
  const { right, because } = account;
  return { picture: draw([]), run, right, because };
}
