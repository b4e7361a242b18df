import type { Row, Table } from '@/lib/engine/table';

/** Texts that are no id and no name of ours, `__proto__` and kin among them. */
export const nonsense = [
  '',
  'web',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'vpc-0123456789abcdef0',
  'subnet-0123456789abcdef0',
  'eni-0123456789abcdef0',
  'i-0123456789abcdef0',
  '10.0.0.0/33',
  '-1',
  '🔌',
  'x'.repeat(300),
] as const;

/** Decisions drawn from a few numbers, so that fast-check can shrink what they led to. */
export class Choices {
  private at = 0;

  constructor(private readonly numbers: readonly number[]) {}

  below(limit: number): number {
    const number = this.numbers[this.at % this.numbers.length] ?? 0;
    const round = Math.floor(this.at / this.numbers.length);
    this.at += 1;
    return (number + round * 7919) % limit;
  }

  one<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }

  /** True in `percent` of a hundred; false for the number 0, so that shrinking leaves things out. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** A row of the table, one of the latest, mostly one that suits. */
  row<R extends Row>(table: Table<R>, suits: (row: R) => boolean = () => true): R | undefined {
    const all = table.list();
    const suiting = this.chance(15) ? all : all.filter(suits);
    const rows = suiting.length > 0 ? suiting : all;
    return rows[rows.length - 1 - this.below(Math.min(rows.length, 5) || 1)];
  }

  /** The id of a row that mostly suits, now and then one that is none. */
  id<R extends Row>(table: Table<R>, suits?: (row: R) => boolean): string {
    const row = this.row(table, suits);
    return row && !this.chance(5) ? table.idOf(row) : this.one(nonsense);
  }

  /** Up to three different ids. */
  ids<R extends Row>(table: Table<R>): string[] {
    return [...new Set(Array.from({ length: 1 + this.below(3) }, () => this.id(table)))];
  }
}
