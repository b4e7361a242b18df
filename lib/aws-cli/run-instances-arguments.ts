import { boolean, integer, list, type Shape, string } from '@/lib/engine/shapes';
import type { Argument } from './argument';
import type { Customization, Input } from './customizations';
import { pythonInteger } from './python-text';
import { generalError, valueError } from './usage-error';

const argument = (name: string, shape: Shape): Argument => ({
  name,
  member: name,
  shape,
  required: false,
  custom: true,
});

const count = argument('count', string);
const secondaryAddresses = argument('secondary-private-ip-addresses', list(string));
const secondaryCount = argument('secondary-private-ip-address-count', integer);
const publicAddress = argument('associate-public-ip-address', boolean);

/**
 * `--count` for the two counts; `--associate-public-ip-address` and the secondary addresses for a network interface
 * specification, into which the subnet, the groups and the private address then go.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/ec2/run-instances.html
 */
export const runInstancesArguments: Customization = {
  change: (derived) => [
    ...derived
      .filter(({ member }) => member !== 'MinCount' && member !== 'MaxCount')
      .map((given) =>
        given.member === 'DisableApiTermination' ? { ...given, negative: 'enable-api-termination' } : given,
      ),
    count,
    secondaryAddresses,
    secondaryCount,
    publicAddress,
  ],
  finish(input, own) {
    if (own.has(count.name)) Object.assign(input, counts(String(own.get(count.name))));
    input.MaxCount ??= 1;
    input.MinCount ??= 1;
    if ([secondaryAddresses, secondaryCount, publicAddress].some(({ name }) => own.has(name))) {
      if (input.NetworkInterfaces !== undefined) {
        throw valueError('Mixing the --network-interfaces option with the simple, scalar options is not supported.');
      }
      input.NetworkInterfaces = [networkInterface(input, own)];
    }
  },
  render({ MinCount, MaxCount }) {
    if (!Number.isSafeInteger(MinCount) || !Number.isSafeInteger(MaxCount)) return { words: [], members: [] };
    const text = MinCount === MaxCount ? String(MinCount) : `${MinCount}:${MaxCount}`;
    return { words: text.startsWith('-') ? [`--count=${text}`] : ['--count', text], members: ['MinCount', 'MaxCount'] };
  },
};

function counts(text: string): { MinCount: number; MaxCount: number } {
  const colon = text.indexOf(':');
  const MinCount = pythonInteger(colon < 0 ? text : text.slice(0, colon));
  const MaxCount = colon < 0 ? MinCount : pythonInteger(text.slice(colon + 1));
  if (MinCount !== undefined && MaxCount !== undefined) return { MinCount, MaxCount };
  throw generalError('count parameter should be of form min[:max] (e.g. 1 or 1:10)');
}

/** The interface that the simple arguments describe; takes the parameters that belong to it out of `input`. */
function networkInterface(input: Input, own: ReadonlyMap<string, unknown>): Input {
  const specification: Input = { DeviceIndex: 0 };
  const addresses = own.get(secondaryAddresses.name);
  if (Array.isArray(addresses)) {
    specification.PrivateIpAddresses = addresses.map((PrivateIpAddress) => ({ PrivateIpAddress, Primary: false }));
  }
  if (input.PrivateIpAddress !== undefined) {
    // Secondary addresses given beside it are lost: the CLI's versions 1.45 and 2.9 both send only this one.
    specification.PrivateIpAddresses = [{ PrivateIpAddress: input.PrivateIpAddress, Primary: true }];
  }
  if (own.has(secondaryCount.name)) specification.SecondaryPrivateIpAddressCount = own.get(secondaryCount.name);
  if (own.has(publicAddress.name)) specification.AssociatePublicIpAddress = own.get(publicAddress.name);
  if (input.SubnetId !== undefined) specification.SubnetId = input.SubnetId;
  if (input.SecurityGroupIds !== undefined) specification.Groups = input.SecurityGroupIds;
  for (const same of ['Ipv6AddressCount', 'Ipv6Addresses']) {
    if (input[same] !== undefined) specification[same] = input[same];
    delete input[same];
  }
  for (const moved of ['PrivateIpAddress', 'SubnetId', 'SecurityGroupIds']) delete input[moved];
  return specification;
}
