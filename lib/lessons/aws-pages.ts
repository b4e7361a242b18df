const guide = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const api = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';
const cli = 'https://docs.aws.amazon.com/cli/latest/reference/ec2';
const vpc = 'https://docs.aws.amazon.com/vpc/latest/userguide';

/** Titles of the pages of AWS that our content links to, as the pages call themselves. */
export const awsPages: ReadonlyMap<string, string> = new Map([
  [`${guide}/using-eni.html`, 'Elastic network interfaces'],
  [`${guide}/network-interface-attachments.html`, 'Network interface attachments for your EC2 instance'],
  [`${guide}/scenarios-enis.html`, 'Multiple network interfaces for your Amazon EC2 instances'],
  [`${guide}/using-instance-addressing.html`, 'Amazon EC2 instance IP addressing'],
  [`${guide}/AvailableIpPerENI.html`, 'Maximum IP addresses per network interface'],
  [`${guide}/requester-managed-eni.html`, 'Requester-managed network interfaces'],
  [`${guide}/elastic-ip-addresses-eip.html`, 'Elastic IP addresses'],
  [`${guide}/security-group-connection-tracking.html`, 'Amazon EC2 security group connection tracking'],
  [`${api}/API_AttachNetworkInterface.html`, 'AttachNetworkInterface'],
  [`${api}/API_CreateNetworkInterface.html`, 'CreateNetworkInterface'],
  [`${api}/API_CreateSubnet.html`, 'CreateSubnet'],
  [`${api}/API_DeleteNetworkInterface.html`, 'DeleteNetworkInterface'],
  [`${api}/API_DetachNetworkInterface.html`, 'DetachNetworkInterface'],
  [`${api}/API_InstanceNetworkInterfaceSpecification.html`, 'InstanceNetworkInterfaceSpecification'],
  [`${api}/API_ModifyInstanceAttribute.html`, 'ModifyInstanceAttribute'],
  [`${api}/API_ModifyNetworkInterfaceAttribute.html`, 'ModifyNetworkInterfaceAttribute'],
  [`${api}/API_NetworkInterfaceAttachment.html`, 'NetworkInterfaceAttachment'],
  [`${api}/API_UnassignPrivateIpAddresses.html`, 'UnassignPrivateIpAddresses'],
  [`${api}/errors-overview.html`, 'Error codes for the Amazon EC2 API'],
  [`${cli}/create-network-interface.html`, 'create-network-interface (AWS CLI)'],
  [`${cli}/wait/network-interface-available.html`, 'wait network-interface-available (AWS CLI)'],
  [`${vpc}/default-vpc.html`, 'Default VPCs'],
  [`${vpc}/subnet-sizing.html`, 'Subnet CIDR blocks'],
  [`${vpc}/vpc-ip-addressing.html`, 'IP addressing for your VPCs and subnets'],
  [`${vpc}/VPC_Internet_Gateway.html`, 'Enable internet access for a VPC using an internet gateway'],
  [`${vpc}/vpc-nat-gateway.html`, 'NAT gateways'],
  [`${vpc}/VPC_NAT_Instance.html`, 'NAT instances'],
  [`${vpc}/vpc-security-groups.html`, 'Control traffic to your AWS resources using security groups'],
  [`${vpc}/nacl-basics.html`, 'Network ACL basics'],
  [`${vpc}/nacl-rules.html`, 'Network ACL rules'],
  [`${vpc}/nacl-ephemeral-ports.html`, 'Ephemeral ports'],
]);

/** What to call a link to a page of AWS: its title, or what can be read from its address where none is known here. */
export function titleOf(url: string): string {
  const name =
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? url;
  return awsPages.get(url) ?? name.replace(/^API_|\.html$/g, '').replace(/[-_]+/g, ' ');
}
