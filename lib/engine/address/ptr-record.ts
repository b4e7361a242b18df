import type { World } from '../world';
import { type Address, ptrRecordOf } from './address';
import { addressErrors } from './errors';

/** How long a change of a PTR record is `PENDING`. Assumed: some minutes in life. */
const changingMs = 60_000;

const label = '[a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?';
const domainForm = new RegExp(`^(${label}\\.)+${label}\\.?$`, 'i');

/** Let the address's PTR record become this name, or nothing; where there is none, taking it away changes nothing. */
export function changePtrRecord(world: World, address: Address, name: string | undefined): Address {
  const before = ptrRecordOf(world, address);
  if (!address.ptr && name === undefined) return address;
  return world.addresses.replace({
    ...address,
    ptr: {
      ...(before !== undefined && { before }),
      ...(name !== undefined && { after: name }),
      at: world.now + changingMs,
    },
  });
}

/** The name with its dot at the end. Assumed: AWS's check that it leads to the address always succeeds. */
export function domainName(given: string): string {
  if (given.length > 254 || !domainForm.test(given)) throw addressErrors.domainName(given);
  return given.endsWith('.') ? given : `${given}.`;
}

/**
 * The attributes of an address as AWS shows them; a change is shown until it is in effect.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AddressAttribute.html and the CLI's examples.
 */
export function describeAddressAttribute(world: World, address: Address): object {
  const record = ptrRecordOf(world, address);
  const { ptr } = address;
  return {
    PublicIp: address.PublicIp,
    AllocationId: address.AllocationId,
    ...(record !== undefined && { PtrRecord: record }),
    ...(ptr &&
      world.now < ptr.at && {
        PtrRecordUpdate: { ...(ptr.after !== undefined && { Value: ptr.after }), Status: 'PENDING' },
      }),
  };
}
