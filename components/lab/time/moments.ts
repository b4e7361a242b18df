/** What is seen of moments: the one to show, whether another is on its way, and why there is none. */
export interface Seen<Moment> {
  readonly moment?: Moment;
  readonly isComing: boolean;
  readonly failed?: Error;
}

/** Moments kept: enough to go back and forth over what was just looked at. */
const mostKept = 24;

/**
 * Moments that a person walks through faster than they come. One is asked for at a time, then the one that is wanted by then;
 * what came is told at once, so that a long walk is seen to move.
 */
export class Moments<Moment> {
  readonly #kept = new Map<number, Moment>();
  #wanted: number | undefined;
  #isAsking = false;

  constructor(
    private readonly ask: (seq: number) => Promise<Moment>,
    private readonly tell: (seen: Seen<Moment>) => void,
  ) {}

  /** Show this step's moment; undefined shows none. */
  want(seq: number | undefined): void {
    this.#wanted = seq;
    const moment = seq === undefined ? undefined : this.#kept.get(seq);
    if (seq === undefined) this.tell({ isComing: false });
    else if (moment) this.#keep(seq, moment);
    else void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let seq = this.#missing(); seq !== undefined; seq = this.#missing()) {
      try {
        this.#keep(seq, await this.ask(seq));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (this.#wanted !== seq) continue;
        this.#wanted = undefined;
        this.tell({ isComing: false, failed: error });
      }
    }
    this.#isAsking = false;
  }

  #missing(): number | undefined {
    return this.#wanted !== undefined && !this.#kept.has(this.#wanted) ? this.#wanted : undefined;
  }

  #keep(seq: number, moment: Moment): void {
    this.#kept.delete(seq);
    this.#kept.set(seq, moment);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    if (this.#wanted === undefined) return;
    // What is kept may have been wanted since this one was asked for.
    const wanted = this.#kept.get(this.#wanted);
    this.tell({ moment: wanted ?? moment, isComing: wanted === undefined });
  }
}
