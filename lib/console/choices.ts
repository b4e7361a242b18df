import { images } from '@/lib/engine/image/images';
import { instanceState } from '@/lib/engine/instance/instance';
import { primaryAddressOf } from '@/lib/engine/network-interface/network-interface';
import { peerText, permissionText } from '@/lib/engine/reachability/hop-words';
import { zonesOf } from '@/lib/engine/region/zones';
import { rulesOf } from '@/lib/engine/security-group/security-group-rule';
import type { World } from '@/lib/engine/world';
import type { Choice, Choices, Values } from './form';
import { attachedTo, liveInstances, named, privateAddressesOf } from './names';

/** Choices of forms, each from a table of the account. What AWS would refuse is offered too: the refusal is the lesson. */

const choice = (value: string, ...words: (string | undefined)[]): Choice => ({
  value,
  label: words.filter(Boolean).join(', '),
});

/** What another field holds. */
export const held = (values: Values, member: string): string => {
  const value = values[member];
  return typeof value === 'string' ? value : '';
};

export const vpcs: Choices = (world) =>
  world.vpcs
    .list()
    .map((vpc) => choice(vpc.VpcId, named(vpc.VpcId, vpc.Tags), vpc.CidrBlock, vpc.IsDefault ? 'default' : ''));

export const subnets: Choices = (world) =>
  world.subnets
    .list()
    .map(({ SubnetId, Tags, CidrBlock, AvailabilityZone }) =>
      choice(SubnetId, named(SubnetId, Tags), CidrBlock, AvailabilityZone),
    );

export const zones: Choices = (world) => zonesOf(world.region).map((zone) => choice(zone, zone));

export const instances: Choices = (world) =>
  liveInstances(world).map((instance) =>
    choice(instance.InstanceId, named(instance.InstanceId, instance.Tags), instanceState(world, instance)),
  );

export const machineImages: Choices = () =>
  images.map(({ ImageId, Description, Architecture }) => choice(ImageId, Description, Architecture, ImageId));

export const networkInterfaces: Choices = (world) =>
  world.networkInterfaces
    .list()
    .map((eni) =>
      choice(
        eni.NetworkInterfaceId,
        named(eni.NetworkInterfaceId, eni.TagSet),
        primaryAddressOf(eni),
        attachedTo(world, eni) ?? 'not attached',
      ),
    );

/** Interfaces that are plugged into nothing. */
export const looseInterfaces: Choices = (world, values) =>
  networkInterfaces(world, values).filter(({ value }) => !world.networkInterfaces.get(value)?.Attachment);

/** Attachments; of the chosen interface alone, where the form has chosen one. */
export const attachments: Choices = (world, values) => {
  const chosen = held(values, 'NetworkInterfaceId');
  return world.networkInterfaces
    .list()
    .flatMap((eni) =>
      eni.Attachment && (chosen === '' || chosen === eni.NetworkInterfaceId)
        ? [choice(eni.Attachment.AttachmentId, named(eni.NetworkInterfaceId, eni.TagSet), attachedTo(world, eni))]
        : [],
    );
};

export const securityGroups: Choices = (world) =>
  world.securityGroups
    .list()
    .map(({ GroupId, GroupName, VpcId }) =>
      choice(GroupId, `${GroupId} (${GroupName})`, named(VpcId, world.vpcs.get(VpcId)?.Tags)),
    );

export const addresses: Choices = (world) =>
  world.addresses
    .list()
    .map(({ AllocationId, PublicIp, Tags, association }) =>
      choice(AllocationId, PublicIp, named(AllocationId, Tags), association && `on ${association.PrivateIpAddress}`),
    );

export const associations: Choices = (world) =>
  world.addresses
    .list()
    .flatMap(({ PublicIp, association }) =>
      association
        ? [
            choice(
              association.AssociationId,
              PublicIp,
              `on ${association.PrivateIpAddress} of ${association.NetworkInterfaceId}`,
            ),
          ]
        : [],
    );

/** The private addresses of the chosen interface, or of the chosen instance. */
export const privateAddresses: Choices = (world, values) =>
  chosenInterfaces(world, values)
    .flatMap(privateAddressesOf)
    .map((ip) => choice(ip, ip));

export const secondaryAddresses: Choices = (world, values) =>
  chosenInterfaces(world, values)
    .flatMap((eni) => privateAddressesOf(eni).slice(1))
    .map((ip) => choice(ip, ip));

function chosenInterfaces(world: World, values: Values) {
  const instance = held(values, 'InstanceId');
  const own = world.networkInterfaces.get(held(values, 'NetworkInterfaceId'));
  return [...(own ? [own] : []), ...(instance ? world.networkInterfaces.by('InstanceId', instance) : [])];
}

const rules =
  (isEgress: boolean): Choices =>
  (world, values) =>
    rulesOf(world, held(values, 'GroupId'), isEgress).map((rule) =>
      choice(
        rule.SecurityGroupRuleId,
        `${permissionText(rule)} ${isEgress ? 'to' : 'from'} ${peerText(world, rule)}`,
        rule.SecurityGroupRuleId,
      ),
    );
export const inboundRules = rules(false);
export const outboundRules = rules(true);

export const routeTables: Choices = (world) =>
  world.routeTables
    .list()
    .map(({ RouteTableId, Tags, VpcId, associations: of }) =>
      choice(
        RouteTableId,
        named(RouteTableId, Tags),
        of.some(({ Main }) => Main) ? 'main' : '',
        named(VpcId, world.vpcs.get(VpcId)?.Tags),
      ),
    );

/** Everything that has a Name tag in the console's lists here. */
export const taggedResources: Choices = (world, values) => [
  ...networkInterfaces(world, values),
  ...instances(world, values),
  ...addresses(world, values),
  ...securityGroups(world, values),
  ...subnets(world, values),
  ...routeTables(world, values),
];
