import { mix, nextSequence } from '../ids';
import type { Instance } from '../instance/instance';
import { type Block, containsIp, ipText, parseBlock, parseIp, sizeOf } from '../ip';
import { instanceOf, primaryAddressOf } from '../network-interface/network-interface';
import type { World } from '../world';

/**
 * Blocks that AWS publishes as EC2's in us-east-1. Assumed: one set for all Regions.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-ranges.html
 */
const blocks: readonly Block[] = ['3.208.0.0/12', '18.204.0.0/14', '34.192.0.0/12', '44.192.0.0/11', '54.80.0.0/13']
  .map(parseBlock)
  .filter((block) => block !== undefined);

const total = blocks.reduce((sum, block) => sum + sizeOf(block), 0);

/** A public IPv4 address of Amazon's pool that nothing in this world has, Elastic or auto-assigned. */
export function newPublicIp(world: World): string {
  for (;;) {
    const ip = ipText(addressAt(mix(`${world.seed}/public`, nextSequence(world)) % total));
    if (world.addresses.count('PublicIp', ip) === 0 && world.networkInterfaces.count('publicIp', ip) === 0) return ip;
  }
}

/** Whether an address is of the pool that public IPv4 addresses are drawn from, whoever has it. */
export function isOfPool(address: string): boolean {
  const ip = parseIp(address);
  return ip !== undefined && blocks.some((block) => containsIp(block, ip));
}

function addressAt(position: number): number {
  let rest = position;
  for (const block of blocks) {
    if (rest < sizeOf(block)) return block.base + rest;
    rest -= sizeOf(block);
  }
  throw new Error(`no address at ${position}`);
}

/**
 * Give an instance that starts, or that lost its Elastic IP, an auto-assigned public address, where AWS does: on the
 * primary interface when that is its only one, has the setting, and has no public address of either kind.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
export function assignPublicIp(world: World, instance: Instance): void {
  const [eni, ...others] = world.networkInterfaces.by('InstanceId', instance.InstanceId);
  if (!eni || others.length > 0 || !eni.mapsPublicIp || eni.publicIp !== undefined) return;
  if (eni.PrivateIpAddresses.length === 0) return;
  if (world.addresses.count('NetworkInterfaceId', eni.NetworkInterfaceId) > 0) return;
  world.networkInterfaces.replace({ ...eni, publicIp: newPublicIp(world) });
}

/**
 * After an Elastic IP left a private address: a running instance may get an auto-assigned address back. Assumed: only
 * where it left the primary one.
 */
export function returnPublicIp(world: World, networkInterfaceId: string, privateIp: string): void {
  const eni = world.networkInterfaces.get(networkInterfaceId);
  if (!eni || privateIp !== primaryAddressOf(eni)) return;
  const instance = instanceOf(world, eni);
  if (instance?.goal === 'running') assignPublicIp(world, instance);
}
