/**
 * Tables of a world. A record is a value and is never edited in place: `insert`, `replace` and `remove` keep the old
 * one in the open transaction's journal, so a call can be taken back at the cost of what it touched.
 */

/** What every record carries besides AWS's members. */
export interface Row {
  /** Number of its creation in this world; fixes the order of records whatever was undone in between. Ours, never shown. */
  readonly creation: number;
}

export interface Change {
  readonly table: string;
  readonly id: string;
  /** Absent when the call made the record. */
  readonly before?: Row;
  /** Absent when the call removed the record. */
  readonly after?: Row;
}

/** Where a table writes down what it changes; `undefined` while no call is running. */
export interface Journal {
  entries: Change[] | undefined;
}

export type Indexes<R> = { readonly [name: string]: (row: R) => string | undefined | readonly string[] };

export interface TableDefinition<R extends Row, N extends string = string> {
  readonly id: (row: R) => string;
  readonly indexes: { readonly [K in N]: Indexes<R>[string] };
}

/**
 * The definition of a table: which member is its id, and by what operations look records up.
 * @example defineTable<Subnet>()('SubnetId', { VpcId: (subnet) => subnet.VpcId })
 */
export const defineTable =
  <R extends Row>() =>
  <const I extends Indexes<R>>(idMember: keyof R & string, indexes: I): TableDefinition<R, keyof I & string> => ({
    // The id member is a string on every record; the compiler cannot know that of a computed key.
    id: (row) => row[idMember] as string,
    indexes,
  });

/** Ids that can always be listed in order of creation; sorted again only after an undo put an old one back. */
class Ordered<R extends Row> {
  private readonly ids = new Set<string>();
  private last = -1;
  private sorted = true;

  constructor(private readonly rows: ReadonlyMap<string, R>) {}

  get size(): number {
    return this.ids.size;
  }

  add(id: string, row: R): void {
    if (row.creation < this.last) this.sorted = false;
    else this.last = row.creation;
    this.ids.add(id);
  }

  delete(id: string): void {
    this.ids.delete(id);
  }

  first(): R | undefined {
    this.sort();
    const id = this.ids.values().next().value;
    return id === undefined ? undefined : this.rows.get(id);
  }

  list(): R[] {
    this.sort();
    const rows: R[] = [];
    for (const id of this.ids) {
      const row = this.rows.get(id);
      if (row) rows.push(row);
    }
    return rows;
  }

  private sort(): void {
    if (this.sorted) return;
    const creationOf = (id: string) => this.rows.get(id)?.creation ?? 0;
    const ids = [...this.ids].sort((a, b) => creationOf(a) - creationOf(b));
    this.ids.clear();
    for (const id of ids) this.ids.add(id);
    this.last = ids.length === 0 ? -1 : creationOf(ids[ids.length - 1] ?? '');
    this.sorted = true;
  }
}

export class Table<R extends Row, N extends string = string> {
  private readonly rows = new Map<string, R>();
  private readonly order = new Ordered<R>(this.rows);
  private readonly indexes: { name: string; keysOf: Indexes<R>[string]; buckets: Map<string, Ordered<R>> }[];

  constructor(
    readonly name: string,
    private readonly definition: TableDefinition<R, N>,
    private readonly journal: Journal,
  ) {
    this.indexes = Object.entries<Indexes<R>[string]>(definition.indexes).map(([index, keysOf]) => ({
      name: index,
      keysOf,
      buckets: new Map(),
    }));
  }

  get size(): number {
    return this.rows.size;
  }

  idOf(row: R): string {
    return this.definition.id(row);
  }

  get(id: string): R | undefined {
    return this.rows.get(id);
  }

  /** All records in order of creation. Costs what the table holds: for describing, never for a change. */
  list(): R[] {
    return this.order.list();
  }

  /** The records that an index files under `key`, in order of creation. */
  by(index: N, key: string): R[] {
    return this.bucket(index, key)?.list() ?? [];
  }

  /** The oldest record under `key`. */
  first(index: N, key: string): R | undefined {
    return this.bucket(index, key)?.first();
  }

  count(index: N, key: string): number {
    return this.bucket(index, key)?.size ?? 0;
  }

  insert(row: R): R {
    const id = this.idOf(row);
    if (this.rows.has(id)) throw new Error(`${this.name} has ${id} already`);
    this.write({ table: this.name, id, after: row });
    return row;
  }

  /** Put a changed copy in the place of the record with the same id. */
  replace(row: R): R {
    const id = this.idOf(row);
    const before = this.rows.get(id);
    if (!before) throw new Error(`${this.name} has no ${id} to replace`);
    this.write({ table: this.name, id, before, after: row });
    return row;
  }

  remove(id: string): void {
    const before = this.rows.get(id);
    if (before) this.write({ table: this.name, id, before });
  }

  /** Set a record as it was or will be, without a journal entry: for rollback, undo, apply and loading. */
  restore(id: string, row: R | undefined): void {
    this.place(id, this.rows.get(id), row);
  }

  private write(change: Change & { before?: R; after?: R }): void {
    if (!this.journal.entries) throw new Error(`${this.name} was changed outside a call`);
    this.journal.entries.push(change);
    this.place(change.id, change.before, change.after);
  }

  private bucket(index: N, key: string): Ordered<R> | undefined {
    return this.indexes.find((candidate) => candidate.name === index)?.buckets.get(key);
  }

  private place(id: string, before: R | undefined, after: R | undefined): void {
    if (after) this.rows.set(id, after);
    else this.rows.delete(id);
    if (!after) this.order.delete(id);
    else if (!before) this.order.add(id, after);
    for (const { keysOf, buckets } of this.indexes) {
      const old = before && keysOf(before);
      const next = after && keysOf(after);
      if (before && after && sameKeys(old, next)) continue;
      for (const key of keyList(old)) drop(buckets, key, id);
      if (after) for (const key of keyList(next)) file(buckets, key, id, after, this.rows);
    }
  }
}

type Keys = ReturnType<Indexes<Row>[string]>;

const keyList = (keys: Keys): readonly string[] => (keys === undefined ? [] : typeof keys === 'string' ? [keys] : keys);

function sameKeys(a: Keys, b: Keys): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a.length !== b.length) return false;
  return a.every((key, index) => key === b[index]);
}

function file<R extends Row>(
  buckets: Map<string, Ordered<R>>,
  key: string,
  id: string,
  row: R,
  rows: ReadonlyMap<string, R>,
): void {
  let bucket = buckets.get(key);
  if (!bucket) {
    bucket = new Ordered<R>(rows);
    buckets.set(key, bucket);
  }
  bucket.add(id, row);
}

function drop<R extends Row>(buckets: Map<string, Ordered<R>>, key: string, id: string): void {
  const bucket = buckets.get(key);
  bucket?.delete(id);
  if (bucket?.size === 0) buckets.delete(key);
}
