import { type InputOf, integer, structure } from '../shapes';
import { networkInterfaceErrors } from './errors';
import type { ConnectionTracking } from './network-interface';

/** The parameter `ConnectionTrackingSpecification`. */
export const connectionTrackingSpecification = structure({
  TcpEstablishedTimeout: integer,
  UdpStreamTimeout: integer,
  UdpTimeout: integer,
});

/**
 * Least and most seconds of each timeout.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ConnectionTrackingSpecificationRequest.html
 */
const bounds = {
  TcpEstablishedTimeout: [60, 432_000],
  UdpStreamTimeout: [60, 180],
  UdpTimeout: [30, 60],
} as const;

/** The timeouts that a call sets, undefined when it sets none. Refuses one out of bounds. */
export function acceptConnectionTracking(
  given: InputOf<(typeof connectionTrackingSpecification)['members']> | undefined,
): ConnectionTracking | undefined {
  const set: [string, number][] = [];
  for (const name of Object.keys(bounds) as (keyof typeof bounds)[]) {
    const seconds = given?.[name];
    if (seconds === undefined) continue;
    const [least, most] = bounds[name];
    if (seconds < least || seconds > most) throw networkInterfaceErrors.timeout(name, seconds, least, most);
    set.push([name, seconds]);
  }
  // The names are those of `bounds`, which are the type's.
  return set.length === 0 ? undefined : (Object.fromEntries(set) as ConnectionTracking);
}
