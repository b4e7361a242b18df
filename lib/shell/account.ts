import type { Ec2Client } from '@/lib/aws-cli/client';
import { execute, findOperation, type Outcome } from '@/lib/engine/execute';
import { settleDue } from '@/lib/engine/settle';
import type { Change } from '@/lib/engine/table';
import { undo } from '@/lib/engine/transaction';
import { setTime, type World } from '@/lib/engine/world';
import type { LoggedCall } from './line';

/** Simulated time stands still at the last second that an ISO 8601 time of four digits can write. */
const latest = Date.UTC(9999, 11, 31, 23, 59, 59);

/** The account as one line sees it: makes its calls, keeps what the log keeps, and can take all of it back. */
export class LineAccount implements Ec2Client {
  readonly calls: LoggedCall[] = [];
  /** The line has asked for more calls than it may make. */
  outOfCalls = false;
  /** Simulated time went by between the line's calls. */
  waited = false;
  private made = 0;
  private readonly changes: Change[] = [];
  private readonly before: { readonly now: number; readonly sequence: number };

  constructor(
    readonly world: World,
    /** Most calls that the line may make. */
    private readonly most: number,
    /** Ends the line; called when it wants a call more. */
    private readonly stop: () => void,
  ) {
    this.before = { now: world.now, sequence: world.sequence };
  }

  get region(): string {
    return this.world.region;
  }

  /** Ids of the records that the line touched, each once. */
  get changedIds(): string[] {
    return [...new Set(this.changes.map(({ id }) => id))];
  }

  /** Simulated seconds since the line began. */
  get elapsedSeconds(): number {
    return Math.floor((this.world.now - this.before.now) / 1000);
  }

  call(operation: string, input: object): Outcome {
    if (this.made >= this.most) {
      this.outOfCalls = true;
      this.stop();
      // The program that made the call cannot go on without an answer.
      throw new Error('no calls left');
    }
    this.made += 1;
    this.pass(1000);
    const outcome = execute(this.world, { operation, input });
    // Reads too: what was due settles in them.
    if (outcome.ok) this.changes.push(...outcome.changes);
    if (!reads(operation)) {
      const at = this.world.now;
      this.calls.push(
        outcome.ok ? { operation, input, at, ok: true } : { operation, input, at, ok: false, code: outcome.error.code },
      );
    }
    return outcome;
  }

  sleep(seconds: number): void {
    const before = this.world.now;
    this.pass(Math.round(seconds * 1000));
    this.waited ||= this.world.now > before;
  }

  /**
   * Leave the world as it was before the line, to the byte. Numbers for ids go back too: nobody has seen the ids of
   * this line, and a server that reads the log knows nothing of it.
   */
  takeBack(): void {
    undo(this.world, this.changes);
    this.world.now = this.before.now;
    this.world.sequence = this.before.sequence;
    this.calls.length = 0;
  }

  /** Let happen what is due, for whoever looks at the world without a call. */
  settle(): void {
    this.changes.push(...settleDue(this.world));
  }

  /** Simulated time goes by in passing, as it does in a call; to have waited is something else. */
  pass(milliseconds: number): void {
    setTime(this.world, Math.min(this.world.now + milliseconds, latest));
  }
}

function reads(operation: string): boolean {
  try {
    return findOperation(operation).reads;
  } catch {
    // No such operation, or none that we have: it has changed nothing, and its name says what it would be.
    return /^(Describe|Get|List|Search)/.test(operation);
  }
}
