import fc from 'fast-check';
import { type Call, execute, findOperation, type Outcome } from '@/lib/engine/execute';
import { operations } from '@/lib/engine/operations';
import type { Members, Shape } from '@/lib/engine/shapes';
import { fromJson, setTime, toJson, type World, type WorldJson } from '@/lib/engine/world';
import { TestAccount } from './account';
import { Choices, nonsense } from './choices';
import { runInstance } from './instance';
import { deepFreeze } from './invariants';
import {
  allocateAddress,
  attachInterface,
  makeGateway,
  makeGroup,
  makeInterface,
  makeSubnet,
  makeVpc,
} from './network-interface';
import { furnish as furnishAddressesAndInstances } from './random/addresses-and-instances';
import { furnish as furnishInterfaces } from './random/interfaces';
import { furnish as furnishPrivateLinks } from './random/private-links';
import { furnish as furnishRoutes } from './random/routes';
import { furnish as furnishSecurityGroups } from './random/security-groups';
import { furnish as furnishTransitAndWatching } from './random/transit-and-watching';
import { furnish as furnishVpcs } from './random/vpcs';
import { inputs } from './random-inputs';

/** A call that was made, and when, in ms since 1970 UTC. */
export interface MadeCall extends Call {
  readonly at: number;
}

/** A call before it is known which ids the world has: the numbers decide. */
interface Plan {
  readonly operation: string;
  readonly numbers: readonly number[];
  readonly seconds: number;
}

// What makes things comes more often than what looks at them, or most worlds would stay empty.
const often = ['CreateSubnet', 'CreateNetworkInterface', 'RunInstances', 'AttachNetworkInterface', 'AssociateAddress'];
const weighted = operations.flatMap(({ name, reads }) =>
  Array<string>(often.includes(name) ? 5 : reads ? 1 : 2).fill(name),
);

/** Fifty calls at most. Without fast-check's bias to small numbers, which would choose the same things again and again. */
export const plans: fc.Arbitrary<Plan[]> = fc.noBias(
  fc.array(
    fc.record({
      operation: fc.constantFrom(...weighted),
      numbers: fc.array(fc.nat({ max: 0xffff }), { minLength: 12, maxLength: 12 }),
      seconds: fc.constantFrom(1, 1, 1, 1, 5, 60, 4_000),
    }),
    { minLength: 1, maxLength: 50, size: 'max' },
  ),
);

const furnished = new Map<boolean, WorldJson>();

/**
 * An account in which most calls find something: networks, groups, instances, interfaces and addresses. It is made once
 * and read back each time: the worlds share their records, which are frozen, so that nothing can edit one in place.
 */
export function furnishedAccount(hasDefaultVpc: boolean): World {
  const json = furnished.get(hasDefaultVpc) ?? deepFreeze(toJson(makeFurnishedAccount(hasDefaultVpc)));
  furnished.set(hasDefaultVpc, json);
  return fromJson(json);
}

/** The same account, made call by call. */
export function makeFurnishedAccount(hasDefaultVpc: boolean): World {
  const account = new TestAccount();
  const spare = account.world.subnets.list().slice(hasDefaultVpc ? 1 : 0);
  for (const { SubnetId } of spare) account.call('DeleteSubnet', { SubnetId });
  if (!hasDefaultVpc) deleteDefaultVpc(account);
  const vpc = makeVpc(account);
  makeGateway(account, vpc);
  const subnet = makeSubnet(account, vpc, '10.0.1.0/24');
  const groups = [makeGroup(account, vpc, 'first'), makeGroup(account, vpc, 'second')];
  for (const more of [
    hasDefaultVpc ? {} : { SubnetId: subnet },
    { SubnetId: subnet },
    { SubnetId: subnet, SecurityGroupIds: groups },
  ]) {
    runInstance(account, more);
  }
  const [loose, attached] = [makeInterface(account, subnet), makeInterface(account, subnet, { Groups: groups })];
  attachInterface(account, attached.NetworkInterfaceId, account.world.instances.list()[1]?.InstanceId ?? '');
  const { AllocationId } = allocateAddress(account);
  account.call('AssociateAddress', { AllocationId, NetworkInterfaceId: loose.NetworkInterfaceId });
  allocateAddress(account);
  furnishInterfaces(account);
  furnishRoutes(account);
  furnishAddressesAndInstances(account);
  furnishSecurityGroups(account);
  furnishVpcs(account);
  furnishPrivateLinks(account);
  furnishTransitAndWatching(account);
  return account.world;
}

function deleteDefaultVpc(account: TestAccount): void {
  const { defaultVpcId: VpcId, world } = account;
  const [gateway] = world.internetGateways.list();
  account.call('DetachInternetGateway', { InternetGatewayId: gateway?.InternetGatewayId, VpcId });
  account.call('DeleteVpc', { VpcId });
}

/** Make the planned call in this world. */
export function make(world: World, { operation, numbers, seconds }: Plan): { call: MadeCall; outcome: Outcome } {
  const input = inputs[operation];
  if (!input) throw new Error(`test/build/random-inputs.ts has no input for ${operation}`);
  const choose = new Choices(numbers);
  setTime(world, world.now + seconds * 1000);
  const call = { operation, input: spoil(choose, operation, input(choose, world)), at: world.now };
  return { call, outcome: freshlyFrozen(execute(world, call)) };
}

/** What a call changed is a value from now on: whoever edits it in place fails. */
function freshlyFrozen(outcome: Outcome): Outcome {
  if (outcome.ok) for (const { after } of outcome.changes) deepFreeze(after);
  return outcome;
}

/** Make a call again, at the same time. */
export function repeat(world: World, call: MadeCall): Outcome {
  setTime(world, call.at);
  return freshlyFrozen(execute(world, call));
}

/** One in eight inputs gets something wrong with it. */
function spoil(choose: Choices, operation: string, input: object): object {
  if (!choose.chance(12)) return input;
  const names = Object.keys(input);
  const name = names[choose.below(names.length || 1)] ?? 'VpcId';
  return choose.one<() => object>([
    () => ({ ...input, DryRun: true }),
    () => ({ ...input, [choose.one(['__proto__', 'constructor', 'Colour', 'toString'])]: 'x' }),
    () => ({ ...input, [name]: choose.one<unknown>([null, 7, true, [], {}, [null], ...nonsense]) }),
    () => Object.fromEntries(Object.entries(input).filter(([other]) => other !== name)),
    () => ({ ...input, ...oneMore(choose, findOperation(operation).input) }),
  ])();
}

/** Any parameter of the operation, with a value of the right type. */
function oneMore(choose: Choices, members: Members): object {
  const names = Object.keys(members);
  const name = names[choose.below(names.length)] ?? '';
  const shape = members[name];
  return shape ? { [name]: value(choose, shape) } : {};
}

function value(choose: Choices, shape: Shape): unknown {
  switch (shape.type) {
    case 'string':
    case 'timestamp':
      return choose.one(nonsense);
    case 'integer':
      return choose.one([0, 1, -1, 2 ** 40]);
    case 'boolean':
      return choose.chance(50);
    case 'list':
      return [value(choose, shape.member)];
    case 'structure':
      return oneMore(choose, shape.members);
    case 'notModelled':
      return 'x';
  }
}
