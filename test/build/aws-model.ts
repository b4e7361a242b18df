import { readFileSync } from 'node:fs';

/** A shape of AWS's API model, trimmed to names, types and nesting. */
export interface ModelShape {
  readonly type: 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'timestamp' | 'blob' | 'list' | 'structure';
  readonly member?: ModelShape;
  readonly members?: { readonly [name: string]: ModelShape };
  readonly required?: readonly string[];
}

interface Model {
  readonly operations: {
    readonly [operation: string]: { readonly input: ModelShape; readonly output?: ModelShape };
  };
}

export const awsModel: Model = JSON.parse(readFileSync('test/engine/aws-model/ec2.json', 'utf8'));
