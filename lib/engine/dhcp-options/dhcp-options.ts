import { defineTable, type Row } from '../table';
import type { Tag } from '../tags';
import type { World } from '../world';
import { dhcpOptionsErrors } from './errors';

/** A set of DHCP options. It is data: nothing here hands out leases. */
export interface DhcpOptions extends Row {
  readonly DhcpOptionsId: string;
  /** In order of their keys, each key once. */
  readonly configurations: readonly { readonly Key: string; readonly Values: readonly string[] }[];
  readonly Tags: readonly Tag[];
}

export const dhcpOptions = defineTable<DhcpOptions>()('DhcpOptionsId', {});

export function getDhcpOptions(world: World, id: string): DhcpOptions {
  const options = world.dhcpOptions.get(id);
  if (!options) throw id.startsWith('dopt-') ? dhcpOptionsErrors.notFound(id) : dhcpOptionsErrors.malformedId(id);
  return options;
}

/** The set as AWS shows it. Source: the model; the CLI's examples for create-dhcp-options and describe-dhcp-options. */
export const describeDhcpOptionsSet = (world: World, { Tags, DhcpOptionsId, configurations }: DhcpOptions): object => ({
  OwnerId: world.account,
  Tags,
  DhcpOptionsId,
  DhcpConfigurations: configurations.map(({ Key, Values }) => ({ Key, Values: Values.map((Value) => ({ Value })) })),
});
