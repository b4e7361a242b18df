import { newId, nextSequence } from '../ids';
import { operation } from '../operation';
import { list, required, string, structure, tagSpecifications } from '../shapes';
import { tagsFor } from '../tags';
import { describeDhcpOptionsSet } from './dhcp-options';
import { acceptOption } from './option-values';

/**
 * CreateDhcpOptions: a set of options, answered and described in order of their names.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateDhcpOptions.html
 * Assumed: the values of an option that is given twice come together.
 */
export const createDhcpOptions = operation({
  name: 'CreateDhcpOptions',
  input: {
    DhcpConfigurations: required(list(structure({ Key: string, Values: list(string) })), 'dhcpConfiguration'),
    TagSpecifications: tagSpecifications,
  },
  run(world, input) {
    const given = new Map<string, string[]>();
    for (const { Key = '', Values = [] } of input.DhcpConfigurations) {
      given.set(Key, [...(given.get(Key) ?? []), ...Values]);
    }
    const configurations = [...given]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Values]) => ({ Key, Values: acceptOption(Key, Values) }));
    const Tags = tagsFor(world, input.TagSpecifications, 'dhcp-options');
    const options = world.dhcpOptions.insert({
      creation: nextSequence(world),
      DhcpOptionsId: newId(world, 'dhcpOptions'),
      configurations,
      Tags,
    });
    return { DhcpOptions: describeDhcpOptionsSet(world, options) };
  },
});
