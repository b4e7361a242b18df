/** A JMESPath expression as a tree. Source: https://jmespath.org/specification.html */
export type Node =
  | { readonly type: 'identity' }
  | { readonly type: 'field'; readonly name: string }
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'slice'; readonly start: Part; readonly stop: Part; readonly step: Part }
  | { readonly type: 'literal'; readonly value: unknown }
  /** `right` of what `left` gives: a dot, an index or a pipe. */
  | { readonly type: 'then'; readonly by: 'dot' | 'index' | 'pipe'; readonly left: Node; readonly right: Node }
  | { readonly type: 'projection'; readonly left: Node; readonly right: Node }
  | { readonly type: 'valueProjection'; readonly left: Node; readonly right: Node }
  | { readonly type: 'filterProjection'; readonly left: Node; readonly right: Node; readonly condition: Node }
  | { readonly type: 'flatten'; readonly child: Node }
  | { readonly type: 'or' | 'and'; readonly left: Node; readonly right: Node }
  | { readonly type: 'not'; readonly child: Node }
  | { readonly type: 'comparator'; readonly sign: Comparator; readonly left: Node; readonly right: Node }
  | { readonly type: 'list'; readonly members: readonly Node[] }
  | { readonly type: 'hash'; readonly members: readonly { readonly key: string; readonly value: Node }[] }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly type: 'reference'; readonly child: Node };

export type Part = number | undefined;
export type Comparator = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
