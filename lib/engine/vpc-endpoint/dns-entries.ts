import { mix } from '../ids';
import type { World } from '../world';
import { servicesNamed } from './services';
import { endpointState, type VpcEndpoint } from './vpc-endpoint';

/**
 * Hosted zones that AWS keeps for the names of endpoints. Source: output that users posted.
 * Assumed: the id for any other Region, drawn from its name.
 */
const zones = new Map([
  ['us-east-1', 'Z7HUB22UULQXV'],
  ['eu-west-2', 'Z7K1066E3PUKB'],
  ['ap-northeast-1', 'Z2E726K9Y6RL4W'],
  ['ap-southeast-1', 'Z18LLCSTV4NVNL'],
]);

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

const draw = (text: string, length: number): string =>
  Array.from({ length }, (_, at) => letters.charAt(mix(text, at) % letters.length)).join('');

/**
 * The names of an interface endpoint: of the whole, of each zone, and with private DNS those of the service, whose zone is known
 * once the endpoint is available. None while it has no subnet. Source: answers to CreateVpcEndpoint that users posted.
 */
export function dnsEntries(world: World, row: VpcEndpoint): { DnsName: string; HostedZoneId: string }[] {
  if (row.subnets.length === 0) return [];
  const service = servicesNamed(world.region, row.ServiceName).find(({ type }) => type === row.VpcEndpointType);
  if (!service) return [];
  const own = `${service.isWild ? '*.' : ''}${row.VpcEndpointId}-${draw(row.VpcEndpointId, 8)}`;
  const HostedZoneId = zones.get(world.region) ?? `Z${draw(world.region, 13).toUpperCase()}`;
  const zonal = row.subnets.map(({ SubnetId }) => world.subnets.get(SubnetId)?.AvailabilityZone ?? '');
  const isPending = endpointState(world, row) === 'pending';
  const privateZone = isPending ? 'ZONEIDPENDING' : `Z0${draw(`${row.VpcEndpointId}/zone`, 19).toUpperCase()}`;
  return [
    ...['', ...zonal.map((zone) => `-${zone}`)].map((suffix) => ({
      DnsName: `${own}${suffix}.${service.baseName}`,
      HostedZoneId,
    })),
    ...(row.PrivateDnsEnabled ? service.privateNames : []).map((DnsName) => ({ DnsName, HostedZoneId: privateZone })),
  ];
}
