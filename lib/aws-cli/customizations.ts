import type { Argument } from './argument';
import { networkAclArguments } from './network-acl-arguments';
import { runInstancesArguments } from './run-instances-arguments';
import { securityGroupArguments } from './security-group-arguments';

/** Parameters of a call while a line is read. */
export type Input = Record<string, unknown>;

/** Where the command line has other arguments than the operation has parameters. */
export interface Customization {
  readonly change: (derived: readonly Argument[]) => readonly Argument[];
  /** The parameters that the CLI's own arguments stand for, put into `input`. `own` holds their values by name. */
  readonly finish: (input: Input, own: ReadonlyMap<string, unknown>) => void;
  /** The inverse for those parameters that have no argument: the words that stand for them, and the parameters. */
  readonly render?: (input: Input) => { readonly words: readonly string[]; readonly members: readonly string[] };
}

/** By the operation's name. Source: the CLI's reference pages, and what it sends for these arguments. */
export const customizations: { readonly [operation: string]: Customization } = {
  AuthorizeSecurityGroupEgress: securityGroupArguments,
  AuthorizeSecurityGroupIngress: securityGroupArguments,
  CreateNetworkAclEntry: networkAclArguments,
  DeleteNetworkAclEntry: networkAclArguments,
  ReplaceNetworkAclEntry: networkAclArguments,
  RevokeSecurityGroupEgress: securityGroupArguments,
  RevokeSecurityGroupIngress: securityGroupArguments,
  RunInstances: runInstancesArguments,
};
