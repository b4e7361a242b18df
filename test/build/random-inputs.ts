import { inputs as addressesAndInstances } from './random/addresses-and-instances';
import { inputs as interfaces } from './random/interfaces';
import type { Input } from './random/parts';
import { inputs as privateLinks } from './random/private-links';
import { inputs as routes } from './random/routes';
import { inputs as securityGroups } from './random/security-groups';
import { inputs as transitAndWatching } from './random/transit-and-watching';
import { inputs as vpcs } from './random/vpcs';

/** A mostly sensible input for each operation; the properties fail when one is missing. */
export const inputs: { readonly [operation: string]: Input } = {
  ...interfaces,
  ...addressesAndInstances,
  ...securityGroups,
  ...vpcs,
  ...routes,
  ...privateLinks,
  ...transitAndWatching,
};
