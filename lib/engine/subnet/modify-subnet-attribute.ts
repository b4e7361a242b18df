import { operation } from '../operation';
import { boolean, enumeration, notModelled, required, string, structure } from '../shapes';
import { subnetAttributeErrors } from './errors';
import { getSubnet, isIpv6Only, type NameOptions, type Subnet, subnetBlock6 } from './subnet';

const attribute = structure({ Value: boolean });

/**
 * ModifySubnetAttribute: what interfaces and instances made here from now on are given, one attribute in a call.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html;
 * test/transcripts/ground-truth.yaml, part 3.
 * Not modelled: Outposts, local network interfaces. DNS64 is kept as data: nothing here resolves names.
 */
export const modifySubnetAttribute = operation({
  name: 'ModifySubnetAttribute',
  dryRun: false,
  input: {
    AssignIpv6AddressOnCreation: attribute,
    MapPublicIpOnLaunch: attribute,
    SubnetId: required(string),
    MapCustomerOwnedIpOnLaunch: notModelled,
    CustomerOwnedIpv4Pool: notModelled,
    EnableDns64: attribute,
    PrivateDnsHostnameTypeOnLaunch: enumeration('ip-name', 'resource-name'),
    EnableResourceNameDnsARecordOnLaunch: attribute,
    EnableResourceNameDnsAAAARecordOnLaunch: attribute,
    EnableLniAtDeviceIndex: notModelled,
    DisableLniAtDeviceIndex: notModelled,
  },
  run(world, input) {
    const given = {
      assignIpv6AddressOnCreation: input.AssignIpv6AddressOnCreation?.Value,
      mapPublicIpOnLaunch: input.MapPublicIpOnLaunch?.Value,
      enableDns64: input.EnableDns64?.Value,
      privateDnsHostnameTypeOnLaunch: input.PrivateDnsHostnameTypeOnLaunch,
      enableResourceNameDnsARecordOnLaunch: input.EnableResourceNameDnsARecordOnLaunch?.Value,
      enableResourceNameDnsAAAARecordOnLaunch: input.EnableResourceNameDnsAAAARecordOnLaunch?.Value,
    };
    const names = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (names.length === 0) throw subnetAttributeErrors.none();
    if (names.length > 1) throw subnetAttributeErrors.several(names);
    const subnet = getSubnet(world, input.SubnetId);
    const { AssignIpv6AddressOnCreation: assigns, EnableDns64: dns64, ...rest } = subnet;
    const willAssign = given.assignIpv6AddressOnCreation ?? assigns;
    const willDns64 = given.enableDns64 ?? dns64;
    expectPossible(subnet, given);
    const nameOptions = {
      ...subnet.nameOptions,
      ...optional('HostnameType', given.privateDnsHostnameTypeOnLaunch),
      ...optional('EnableResourceNameDnsARecord', given.enableResourceNameDnsARecordOnLaunch),
      ...optional('EnableResourceNameDnsAAAARecord', given.enableResourceNameDnsAAAARecordOnLaunch),
    };
    world.subnets.replace({
      ...rest,
      ...(willAssign && { AssignIpv6AddressOnCreation: true }),
      ...(willDns64 && { EnableDns64: true }),
      ...(Object.keys(nameOptions).length > 0 && { nameOptions }),
      MapPublicIpOnLaunch: given.mapPublicIpOnLaunch ?? subnet.MapPublicIpOnLaunch,
    });
    return {};
  },
});

const optional = <K extends keyof NameOptions>(name: K, value: NameOptions[K] | undefined): Partial<NameOptions> =>
  value === undefined ? {} : { [name]: value };

function expectPossible(
  subnet: Subnet,
  given: {
    assignIpv6AddressOnCreation: boolean | undefined;
    mapPublicIpOnLaunch: boolean | undefined;
    privateDnsHostnameTypeOnLaunch: string | undefined;
    enableResourceNameDnsARecordOnLaunch: boolean | undefined;
  },
): void {
  const { SubnetId } = subnet;
  if (given.assignIpv6AddressOnCreation && !subnetBlock6(subnet)) throw subnetAttributeErrors.noIpv6Block(SubnetId);
  if (!isIpv6Only(subnet)) return;
  if (given.mapPublicIpOnLaunch) throw subnetAttributeErrors.noIpv4('map-public-ip-on-launch', SubnetId);
  if (given.enableResourceNameDnsARecordOnLaunch) {
    throw subnetAttributeErrors.noIpv4('enable-resource-name-dns-a-record-on-launch', SubnetId);
  }
  if (given.privateDnsHostnameTypeOnLaunch === 'ip-name') throw subnetAttributeErrors.hostnameType('ip-name');
}
