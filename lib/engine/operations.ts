import { allocateAddress } from './address/allocate-address';
import { associateAddress } from './address/associate-address';
import { describeAddresses } from './address/describe-addresses';
import { disassociateAddress } from './address/disassociate-address';
import { releaseAddress } from './address/release-address';
import { describeImages } from './image/describe-images';
import { describeInstanceAttribute } from './instance/describe-instance-attribute';
import { describeInstanceStatus } from './instance/describe-instance-status';
import { describeInstances } from './instance/describe-instances';
import { modifyInstanceAttribute } from './instance/modify-instance-attribute';
import { rebootInstances } from './instance/reboot-instances';
import { runInstances } from './instance/run-instances';
import { startInstances } from './instance/start-instances';
import { stopInstances } from './instance/stop-instances';
import { terminateInstances } from './instance/terminate-instances';
import { describeInstanceTypes } from './instance-type/describe-instance-types';
import { attachInternetGateway } from './internet-gateway/attach-internet-gateway';
import { createInternetGateway } from './internet-gateway/create-internet-gateway';
import { deleteInternetGateway } from './internet-gateway/delete-internet-gateway';
import { describeInternetGateways } from './internet-gateway/describe-internet-gateways';
import { detachInternetGateway } from './internet-gateway/detach-internet-gateway';
import { assignPrivateIpAddresses } from './network-interface/assign-private-ip-addresses';
import { attachNetworkInterface } from './network-interface/attach-network-interface';
import { createNetworkInterface } from './network-interface/create-network-interface';
import { deleteNetworkInterface } from './network-interface/delete-network-interface';
import { describeNetworkInterfaceAttribute } from './network-interface/describe-network-interface-attribute';
import { describeNetworkInterfaces } from './network-interface/describe-network-interfaces';
import { detachNetworkInterface } from './network-interface/detach-network-interface';
import { modifyNetworkInterfaceAttribute } from './network-interface/modify-network-interface-attribute';
import { resetNetworkInterfaceAttribute } from './network-interface/reset-network-interface-attribute';
import { unassignPrivateIpAddresses } from './network-interface/unassign-private-ip-addresses';
import type { Operation } from './operation';
import { describeAvailabilityZones } from './region/describe-availability-zones';
import { describeRegions } from './region/describe-regions';
import { authorizeSecurityGroupEgress } from './security-group/authorize-security-group-egress';
import { authorizeSecurityGroupIngress } from './security-group/authorize-security-group-ingress';
import { createSecurityGroup } from './security-group/create-security-group';
import { deleteSecurityGroup } from './security-group/delete-security-group';
import { describeSecurityGroupRules } from './security-group/describe-security-group-rules';
import { describeSecurityGroups } from './security-group/describe-security-groups';
import { revokeSecurityGroupEgress } from './security-group/revoke-security-group-egress';
import { revokeSecurityGroupIngress } from './security-group/revoke-security-group-ingress';
import { createDefaultSubnet } from './subnet/create-default-subnet';
import { createSubnet } from './subnet/create-subnet';
import { deleteSubnet } from './subnet/delete-subnet';
import { describeSubnets } from './subnet/describe-subnets';
import { modifySubnetAttribute } from './subnet/modify-subnet-attribute';
import { createTags } from './tag/create-tags';
import { deleteTags } from './tag/delete-tags';
import { describeTags } from './tag/describe-tags';
import { createDefaultVpc } from './vpc/create-default-vpc';
import { createVpc } from './vpc/create-vpc';
import { deleteVpc } from './vpc/delete-vpc';
import { describeVpcAttribute } from './vpc/describe-vpc-attribute';
import { describeVpcs } from './vpc/describe-vpcs';
import { modifyVpcAttribute } from './vpc/modify-vpc-attribute';

/** Every operation this simulator models. */
export const operations: readonly Operation[] = [
  allocateAddress,
  associateAddress,
  describeAddresses,
  disassociateAddress,
  releaseAddress,
  describeImages,
  describeInstanceTypes,
  describeInstanceAttribute,
  describeInstanceStatus,
  describeInstances,
  modifyInstanceAttribute,
  rebootInstances,
  runInstances,
  startInstances,
  stopInstances,
  terminateInstances,
  attachInternetGateway,
  createInternetGateway,
  deleteInternetGateway,
  describeInternetGateways,
  detachInternetGateway,
  assignPrivateIpAddresses,
  attachNetworkInterface,
  createNetworkInterface,
  deleteNetworkInterface,
  describeNetworkInterfaceAttribute,
  describeNetworkInterfaces,
  detachNetworkInterface,
  modifyNetworkInterfaceAttribute,
  resetNetworkInterfaceAttribute,
  unassignPrivateIpAddresses,
  describeAvailabilityZones,
  describeRegions,
  authorizeSecurityGroupEgress,
  authorizeSecurityGroupIngress,
  createSecurityGroup,
  deleteSecurityGroup,
  describeSecurityGroupRules,
  describeSecurityGroups,
  revokeSecurityGroupEgress,
  revokeSecurityGroupIngress,
  createDefaultSubnet,
  createSubnet,
  deleteSubnet,
  describeSubnets,
  modifySubnetAttribute,
  createTags,
  deleteTags,
  describeTags,
  createDefaultVpc,
  createVpc,
  deleteVpc,
  describeVpcAttribute,
  describeVpcs,
  modifyVpcAttribute,
];
