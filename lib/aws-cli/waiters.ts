import json from './waiters.json';

/** One of AWS's waiters: which call it polls, how often, and what ends it. The names are those of AWS's definition. */
export interface Waiter {
  readonly name: string;
  readonly operation: string;
  /** In seconds, between two polls. */
  readonly delay: number;
  readonly maxAttempts: number;
  /** The first that holds decides. */
  readonly acceptors: readonly Acceptor[];
}

export interface Acceptor {
  readonly state: 'success' | 'failure' | 'retry';
  /** `error` compares the error code, `status` that of HTTP, the others what a JMESPath expression finds. */
  readonly matcher: 'path' | 'pathAll' | 'pathAny' | 'error' | 'status';
  readonly argument?: string;
  readonly expected: string | boolean | number;
}

// The compiler sees texts in the place of the few words that AWS's definitions are made of.
const published = json.waiters as Readonly<Record<string, Omit<Waiter, 'name'>>>;

/** Every waiter of AWS's EC2 by its word after `aws ec2 wait`, modelled here or not. */
export const waiterWords: readonly string[] = `
bundle-task-complete conversion-task-cancelled conversion-task-completed conversion-task-deleted
customer-gateway-available export-task-cancelled export-task-completed image-available image-exists
image-usage-report-available instance-exists instance-running instance-status-ok instance-stopped instance-terminated
internet-gateway-exists key-pair-exists nat-gateway-available nat-gateway-deleted network-interface-available
password-data-available secondary-network-create-complete secondary-network-delete-complete
secondary-subnet-create-complete secondary-subnet-delete-complete security-group-exists
security-group-vpc-association-associated security-group-vpc-association-disassociated snapshot-completed
snapshot-imported spot-instance-request-fulfilled store-image-task-complete subnet-available system-status-ok
volume-available volume-deleted volume-in-use vpc-available vpc-exists vpc-peering-connection-deleted
vpc-peering-connection-exists vpn-connection-available vpn-connection-deleted
`
  .trim()
  .split(/\s+/);

/** The waiters whose call is modelled here. */
export const waiters: readonly Waiter[] = Object.entries(published).map(([name, waiter]) => ({ name, ...waiter }));
