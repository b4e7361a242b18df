import type { ReactNode } from 'react';
import { fromJson } from '@/lib/engine/world';
import type { ExperimentView, Said } from '@/lib/lessons/experiment';
import { isAsSaid, runAwsLine } from '@/lib/lessons/run-aws-line';
import { AccountPicture, shownOf } from './account-picture';

/** What a page shows of a line that ran. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** AWS refused a call: nothing was changed. */
  readonly refused: boolean;
  /** The line did what was said of it; undefined when nothing was. */
  readonly asSaid: boolean | undefined;
  /** The account as it is now. */
  readonly picture: ReactNode;
}

/**
 * An experiment's account, at its start, in this browser. The engine, the CLI and the drawing come with this module:
 * import it when they are first needed.
 */
export function openAccount({ title, world: json, variables }: ExperimentView) {
  const world = fromJson(json);
  const draw = (changed: readonly string[]) => (
    <AccountPicture account={shownOf(world)} label={`Picture: ${title}`} changed={new Set(changed)} />
  );
  const run = async (line: string, said: Said | undefined): Promise<Ran> => {
    const result = await runAwsLine(world, variables, line);
    return {
      stdout: result.stdout,
      stderr: result.stderr,
      refused: result.refused !== undefined,
      asSaid: said && isAsSaid(said, result),
      picture: draw(result.changed),
    };
  };
  return { picture: draw([]), run };
}
