import { settle } from '../settle';
import type { Subnet } from '../subnet/subnet';
import type { Change } from '../table';
import { begin, commit, rollback } from '../transaction';
import type { World } from '../world';
import { makeServiceInterface, type NewServiceInterface } from './make-service-interface';
import type { NetworkInterface } from './network-interface';

/** Accounts of AWS's own that stand as requester or owner of the far side. Assumed: which numbers; they vary by Region. */
const awsAccount = '210987654321';

type Look = Pick<
  NewServiceInterface,
  'interfaceType' | 'requesterManaged' | 'sourceDestCheck' | 'instanceOwnerId' | 'attachment'
> & {
  /** `account` is the owner of the subnet. */
  readonly requester: 'account' | 'aws' | 'role' | `amazon-${string}`;
  /** `{name}` is what the service calls its resource; the account and the Region are filled in too. */
  readonly description: string;
  /** Whether it has security groups at all. */
  readonly grouped: boolean;
};

const byHyperplane = { attachment: 'ela-attach', instanceOwnerId: 'amazon-aws' } as const;
const byAttachment = { attachment: 'eni-attach', interfaceType: 'interface', sourceDestCheck: true } as const;

/**
 * What the interfaces of services look like that no operation of this engine makes.
 * Source: answers of AWS recorded by github.com/cloud-custodian/cloud-custodian (tests/data/placebo).
 */
const looks = {
  efs: {
    ...byHyperplane,
    interfaceType: 'efs',
    description: 'EFS mount target for {name}',
    requester: 'account',
    requesterManaged: true,
    sourceDestCheck: true,
    grouped: true,
  },
  lambda: {
    ...byHyperplane,
    interfaceType: 'lambda',
    description: 'AWS Lambda VPC ENI-{name}',
    requester: 'role',
    requesterManaged: false,
    sourceDestCheck: true,
    grouped: true,
  },
  rds: {
    ...byAttachment,
    instanceOwnerId: 'amazon-rds',
    description: 'RDSNetworkInterface',
    requester: 'amazon-rds',
    requesterManaged: true,
    grouped: true,
  },
  'classic-load-balancer': {
    ...byAttachment,
    instanceOwnerId: 'amazon-elb',
    description: 'ELB {name}',
    requester: 'aws',
    requesterManaged: true,
    grouped: true,
  },
  'application-load-balancer': {
    ...byAttachment,
    instanceOwnerId: 'amazon-elb',
    description: 'ELB app/{name}',
    requester: 'amazon-elb',
    requesterManaged: true,
    grouped: true,
  },
  'network-load-balancer': {
    ...byHyperplane,
    interfaceType: 'network_load_balancer',
    description: 'ELB net/{name}',
    requester: 'account',
    requesterManaged: true,
    sourceDestCheck: false,
    grouped: true,
  },
  'ecs-task': {
    ...byAttachment,
    instanceOwnerId: awsAccount,
    description: 'arn:aws:ecs:{region}:{account}:attachment/{name}',
    requester: 'account',
    requesterManaged: true,
    grouped: true,
  },
  'directory-service': {
    ...byAttachment,
    instanceOwnerId: awsAccount,
    description: 'AWS created network interface for directory {name}',
    requester: 'account',
    requesterManaged: true,
    grouped: true,
  },
  'eks-branch': {
    attachment: 'none',
    instanceOwnerId: '',
    interfaceType: 'branch',
    description: 'aws-k8s-branch-eni',
    requester: 'account',
    requesterManaged: false,
    sourceDestCheck: true,
    grouped: true,
  },
} as const satisfies { readonly [service: string]: Look };

export type PlacedService = keyof typeof looks;

/** The services by the names that `looks` has for them. */
export const placedServices = Object.keys(looks) as PlacedService[]; // `keys` answers plain strings; these are all there are.

/**
 * Put the interface of a service into an account, as that service would: for what a lab's account holds before its learner comes.
 * Not inside a call. Refuses as CreateNetworkInterface does, and leaves the world as it was then.
 */
export function placeServiceInterface(
  world: World,
  wanted: {
    readonly service: PlacedService;
    readonly subnet: Subnet;
    /** Within the description: `my-function-1a2b…`, `my-balancer/50dc6c495c0c9188`, `fs-0123 (fsmt-0123)`. */
    readonly name: string;
    readonly groups: readonly string[];
    readonly privateIpAddress?: string | undefined;
  },
): { readonly networkInterface: NetworkInterface; readonly changes: readonly Change[] } {
  const look: Look = looks[wanted.service];
  const mark = begin(world);
  try {
    settle(world);
    const networkInterface = makeServiceInterface(world, {
      ...look,
      subnet: wanted.subnet,
      description: look.description
        .replace('{region}', world.region)
        .replace('{account}', world.account)
        .replace('{name}', () => wanted.name),
      requesterId: requesterOf(world, look),
      groups: look.grouped ? wanted.groups : [],
      privateIpAddress: wanted.privateIpAddress,
    });
    return { networkInterface, changes: commit(world) };
  } catch (error) {
    rollback(world, mark);
    throw error;
  }
}

function requesterOf(world: World, { requester }: Look): string {
  switch (requester) {
    case 'account':
      return world.account;
    case 'aws':
      return awsAccount;
    case 'role':
      return `AROA${'LAMBDA'.padEnd(17, 'X')}:${world.account}`;
    default:
      return requester;
  }
}
