/**
 * AWS's waiters: which call they poll, how often, and what ends them.
 * Source: the waiter definitions that AWS publishes with its SDKs for EC2, version 2016-11-15.
 */
export interface Waiter {
  readonly name: string;
  readonly operation: string;
  readonly delaySeconds: number;
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

export const waiters: readonly Waiter[] = [
  {
    name: 'InstanceExists',
    operation: 'DescribeInstances',
    delaySeconds: 5,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'path', argument: 'length(Reservations[]) > `0`', expected: true },
      { state: 'retry', matcher: 'error', expected: 'InvalidInstanceID.NotFound' },
    ],
  },
  {
    name: 'ImageExists',
    operation: 'DescribeImages',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'path', argument: 'length(Images[]) > `0`', expected: true },
      { state: 'retry', matcher: 'error', expected: 'InvalidAMIID.NotFound' },
    ],
  },
  {
    name: 'ImageAvailable',
    operation: 'DescribeImages',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'Images[].State', expected: 'available' },
      { state: 'failure', matcher: 'pathAny', argument: 'Images[].State', expected: 'failed' },
    ],
  },
  {
    name: 'InstanceRunning',
    operation: 'DescribeInstances',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'Reservations[].Instances[].State.Name', expected: 'running' },
      {
        state: 'failure',
        matcher: 'pathAny',
        argument: 'Reservations[].Instances[].State.Name',
        expected: 'shutting-down',
      },
      {
        state: 'failure',
        matcher: 'pathAny',
        argument: 'Reservations[].Instances[].State.Name',
        expected: 'terminated',
      },
      { state: 'failure', matcher: 'pathAny', argument: 'Reservations[].Instances[].State.Name', expected: 'stopping' },
      { state: 'retry', matcher: 'error', expected: 'InvalidInstanceID.NotFound' },
    ],
  },
  {
    name: 'InstanceStatusOk',
    operation: 'DescribeInstanceStatus',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'InstanceStatuses[].InstanceStatus.Status', expected: 'ok' },
      { state: 'retry', matcher: 'error', expected: 'InvalidInstanceID.NotFound' },
    ],
  },
  {
    name: 'InstanceStopped',
    operation: 'DescribeInstances',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'Reservations[].Instances[].State.Name', expected: 'stopped' },
      { state: 'failure', matcher: 'pathAny', argument: 'Reservations[].Instances[].State.Name', expected: 'pending' },
      {
        state: 'failure',
        matcher: 'pathAny',
        argument: 'Reservations[].Instances[].State.Name',
        expected: 'terminated',
      },
    ],
  },
  {
    name: 'InstanceTerminated',
    operation: 'DescribeInstances',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      {
        state: 'success',
        matcher: 'pathAll',
        argument: 'Reservations[].Instances[].State.Name',
        expected: 'terminated',
      },
      { state: 'failure', matcher: 'pathAny', argument: 'Reservations[].Instances[].State.Name', expected: 'pending' },
      { state: 'failure', matcher: 'pathAny', argument: 'Reservations[].Instances[].State.Name', expected: 'stopping' },
    ],
  },
  {
    name: 'InternetGatewayExists',
    operation: 'DescribeInternetGateways',
    delaySeconds: 5,
    maxAttempts: 6,
    acceptors: [
      {
        state: 'success',
        matcher: 'path',
        argument: 'length(InternetGateways[].InternetGatewayId) > `0`',
        expected: true,
      },
      { state: 'retry', matcher: 'error', expected: 'InvalidInternetGateway.NotFound' },
    ],
  },
  {
    name: 'NetworkInterfaceAvailable',
    operation: 'DescribeNetworkInterfaces',
    delaySeconds: 20,
    maxAttempts: 10,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'NetworkInterfaces[].Status', expected: 'available' },
      { state: 'failure', matcher: 'error', expected: 'InvalidNetworkInterfaceID.NotFound' },
    ],
  },
  {
    name: 'SecurityGroupExists',
    operation: 'DescribeSecurityGroups',
    delaySeconds: 5,
    maxAttempts: 6,
    acceptors: [
      { state: 'success', matcher: 'path', argument: 'length(SecurityGroups[].GroupId) > `0`', expected: true },
      { state: 'retry', matcher: 'error', expected: 'InvalidGroup.NotFound' },
    ],
  },
  {
    name: 'SubnetAvailable',
    operation: 'DescribeSubnets',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [{ state: 'success', matcher: 'pathAll', argument: 'Subnets[].State', expected: 'available' }],
  },
  {
    name: 'SystemStatusOk',
    operation: 'DescribeInstanceStatus',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [
      { state: 'success', matcher: 'pathAll', argument: 'InstanceStatuses[].SystemStatus.Status', expected: 'ok' },
    ],
  },
  {
    name: 'VpcAvailable',
    operation: 'DescribeVpcs',
    delaySeconds: 15,
    maxAttempts: 40,
    acceptors: [{ state: 'success', matcher: 'pathAll', argument: 'Vpcs[].State', expected: 'available' }],
  },
  {
    name: 'VpcExists',
    operation: 'DescribeVpcs',
    delaySeconds: 1,
    maxAttempts: 5,
    acceptors: [
      { state: 'success', matcher: 'status', expected: 200 },
      { state: 'retry', matcher: 'error', expected: 'InvalidVpcID.NotFound' },
    ],
  },
];
