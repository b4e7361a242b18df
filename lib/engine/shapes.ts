/**
 * AWS's own parameter types as plain data. The input type of an operation is inferred from its shape; the command line
 * and the EC2 Query endpoint walk the same data, so a parameter is declared once.
 * Names and nesting are those of the EC2 API model, version 2016-11-15.
 */
export interface StringShape {
  readonly type: 'string';
  /** Values AWS accepts, where the API model names them. */
  readonly values?: readonly string[];
}
export interface IntegerShape {
  readonly type: 'integer';
}
export interface BooleanShape {
  readonly type: 'boolean';
}
/** An instant; on the wire and in records ISO 8601 in UTC with milliseconds, `2026-01-31T09:30:00.000Z`. */
export interface TimestampShape {
  readonly type: 'timestamp';
}
export interface ListShape {
  readonly type: 'list';
  readonly member: Shape;
}
export interface StructureShape {
  readonly type: 'structure';
  readonly members: Members;
}
/** AWS has this parameter and this simulator does not: giving it a value is refused as `NotModelled`, never ignored. */
export interface NotModelledShape {
  readonly type: 'notModelled';
}
export type Shape = (
  | StringShape
  | IntegerShape
  | BooleanShape
  | TimestampShape
  | ListShape
  | StructureShape
  | NotModelledShape
) & {
  /**
   * `byRun`: AWS requires it and refuses its absence in words of the operation's own, which `run` knows.
   * `byClient`: AWS requires it and every client makes it up by itself, as an idempotency token.
   */
  readonly required?: true | 'byRun' | 'byClient';
  /** How AWS's sentence on a missing value spells it, where that is not the name with its first letter small. */
  readonly wire?: string;
};
export type Members = { readonly [name: string]: Shape };

export const string = { type: 'string' } as const;
export const integer = { type: 'integer' } as const;
export const boolean = { type: 'boolean' } as const;
export const notModelled = { type: 'notModelled' } as const;
export const enumeration = <const V extends readonly string[]>(...values: V) => ({ type: 'string', values }) as const;
export const list = <const S extends Shape>(member: S) => ({ type: 'list', member }) as const;
export const structure = <const M extends Members>(members: M) => ({ type: 'structure', members }) as const;
/** The cast: TypeScript spreads a type parameter to an intersection that loses `values` and `member`. */
export const required = <const S extends Shape>(shape: S, wire?: string) =>
  ({ ...shape, required: true, ...(wire && { wire }) }) as S & { required: true };

type Value<S> = S extends { type: 'string'; values: readonly (infer V)[] }
  ? V
  : S extends { type: 'string' | 'timestamp' }
    ? string
    : S extends { type: 'integer' }
      ? number
      : S extends { type: 'boolean' }
        ? boolean
        : S extends { type: 'list'; member: infer M }
          ? Value<M>[]
          : S extends { type: 'structure'; members: infer M }
            ? InputOf<M>
            : never;

type RequiredNames<M> = { [K in keyof M]: M[K] extends { required: true } ? K : never }[keyof M];
type OptionalNames<M> = {
  [K in keyof M]: M[K] extends { required: true } ? never : M[K] extends { type: 'notModelled' } ? never : K;
}[keyof M];

/** What `run` receives once the input was accepted: required members are present, the rest may be undefined. */
export type InputOf<M> = { [K in RequiredNames<M>]: Value<M[K]> } & {
  [K in OptionalNames<M>]?: Value<M[K]> | undefined;
};

/** The members most operations share. */
export const filterList = list(structure({ Name: string, Values: list(string) }));
export const tagList = list(structure({ Key: string, Value: string }));
export const tagSpecifications = list(structure({ ResourceType: string, Tags: tagList }));
/** Members of a describe call that is answered in pages. */
export const paged = { MaxResults: integer, NextToken: string } as const;
