const guide = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const api = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference';
const cli = 'https://docs.aws.amazon.com/cli/latest/reference/ec2';
const vpc = 'https://docs.aws.amazon.com/vpc/latest/userguide';

/** Titles of the pages of AWS that our content links to, as the pages call themselves. */
export const awsPages: ReadonlyMap<string, string> = new Map([
  [`${guide}/using-eni.html`, 'Elastic network interfaces'],
  [`${guide}/network-interface-attachments.html`, 'Network interface attachments for your EC2 instance'],
  [`${guide}/modify-network-interface-attributes.html`, 'Modify network interface attributes'],
  [`${guide}/scenarios-enis.html`, 'Multiple network interfaces for your Amazon EC2 instances'],
  [`${guide}/using-instance-addressing.html`, 'Amazon EC2 instance IP addressing'],
  [`${guide}/instance-secondary-ip-addresses.html`, 'Secondary IP addresses for your EC2 instances'],
  [`${guide}/AvailableIpPerENI.html`, 'Maximum IP addresses per network interface'],
  [`${guide}/ec2-prefix-eni.html`, 'Prefix delegation for Amazon EC2 network interfaces'],
  [`${guide}/ec2-instance-network-bandwidth.html`, 'Amazon EC2 instance network bandwidth'],
  [`${guide}/resize-limitations.html`, 'Compatibility for changing the instance type'],
  [`${guide}/requester-managed-eni.html`, 'Requester-managed network interfaces'],
  [`${guide}/elastic-ip-addresses-eip.html`, 'Elastic IP addresses'],
  [`${guide}/security-group-connection-tracking.html`, 'Amazon EC2 security group connection tracking'],
  [`${api}/API_AssignPrivateIpAddresses.html`, 'AssignPrivateIpAddresses'],
  [`${api}/API_AssignIpv6Addresses.html`, 'AssignIpv6Addresses'],
  [`${api}/API_AssociateAddress.html`, 'AssociateAddress'],
  [`${guide}/using-regions-availability-zones.html`, 'Regions and Zones'],
  [`${api}/API_AttachNetworkInterface.html`, 'AttachNetworkInterface'],
  [`${api}/API_CreateNetworkInterface.html`, 'CreateNetworkInterface'],
  [`${api}/API_CreateNetworkInsightsPath.html`, 'CreateNetworkInsightsPath'],
  [`${api}/API_CreateTrafficMirrorSession.html`, 'CreateTrafficMirrorSession'],
  [`${api}/API_CreateSubnet.html`, 'CreateSubnet'],
  [`${api}/API_DeleteNetworkInterface.html`, 'DeleteNetworkInterface'],
  [`${api}/API_DeleteSecurityGroup.html`, 'DeleteSecurityGroup'],
  [`${api}/API_DeleteSubnet.html`, 'DeleteSubnet'],
  [`${api}/API_DeleteVpc.html`, 'DeleteVpc'],
  [`${api}/API_DetachInternetGateway.html`, 'DetachInternetGateway'],
  [`${api}/API_DetachNetworkInterface.html`, 'DetachNetworkInterface'],
  [`${api}/API_InstanceNetworkInterfaceSpecification.html`, 'InstanceNetworkInterfaceSpecification'],
  [`${api}/API_ModifyInstanceAttribute.html`, 'ModifyInstanceAttribute'],
  [`${api}/API_ModifyNetworkInterfaceAttribute.html`, 'ModifyNetworkInterfaceAttribute'],
  [`${api}/API_NetworkInterface.html`, 'NetworkInterface'],
  [`${api}/API_NetworkInterfaceAttachment.html`, 'NetworkInterfaceAttachment'],
  [`${api}/API_ReleaseAddress.html`, 'ReleaseAddress'],
  [`${api}/API_Route.html`, 'Route'],
  [`${api}/API_UnassignPrivateIpAddresses.html`, 'UnassignPrivateIpAddresses'],
  [`${api}/errors-overview.html`, 'Error codes for the Amazon EC2 API'],
  [`${cli}/create-network-interface.html`, 'create-network-interface (AWS CLI)'],
  [`${cli}/wait/network-interface-available.html`, 'wait network-interface-available (AWS CLI)'],
  [`${vpc}/amazon-vpc-limits.html`, 'Amazon VPC quotas'],
  [`${vpc}/default-vpc.html`, 'Default VPCs'],
  [`${vpc}/subnet-route-tables.html`, 'Subnet route tables'],
  [`${vpc}/route-tables-priority.html`, 'How route priority works'],
  [`${vpc}/subnet-sizing.html`, 'Subnet CIDR blocks'],
  [`${vpc}/vpc-cidr-blocks.html`, 'VPC CIDR blocks'],
  [`${vpc}/vpc-ip-addressing.html`, 'IP addressing for your VPCs and subnets'],
  [`${vpc}/VPC_Internet_Gateway.html`, 'Enable internet access for a VPC using an internet gateway'],
  [`${vpc}/egress-only-internet-gateway-basics.html`, 'Egress-only internet gateway basics'],
  [`${vpc}/vpc-nat-gateway.html`, 'NAT gateways'],
  [`${vpc}/VPC_NAT_Instance.html`, 'NAT instances'],
  [`${vpc}/vpc-security-groups.html`, 'Control traffic to your AWS resources using security groups'],
  [`${vpc}/security-group-rules.html`, 'Security group rules'],
  [`${vpc}/nacl-basics.html`, 'Network ACL basics'],
  [`${vpc}/nacl-rules.html`, 'Network ACL rules'],
  [`${vpc}/nacl-ephemeral-ports.html`, 'Ephemeral ports'],
  ['https://docs.aws.amazon.com/linux/al2023/ug/networking-service.html', 'Networking service'],
  ['https://aws.amazon.com/vpc/pricing/', 'Amazon VPC pricing'],
  ['https://aws.amazon.com/ec2/pricing/on-demand/', 'Amazon EC2 On-Demand Pricing'],
  [
    'https://aws.amazon.com/blogs/architecture/overview-of-data-transfer-costs-for-common-architectures/',
    'Overview of Data Transfer Costs for Common Architectures',
  ],
  [
    'https://aws.amazon.com/blogs/aws/new-aws-public-ipv4-address-charge-public-ip-insights/',
    'New – AWS Public IPv4 Address Charge + Public IP Insights',
  ],
  [
    'https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/',
    'Identify and optimize public IPv4 address usage on AWS',
  ],
  [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-eni.html',
    'Increasing Amazon ECS Linux container instance network interfaces',
  ],
  ['https://aws.amazon.com/certification/faqs/', 'AWS Certification FAQs'],
  [
    'https://docs.aws.amazon.com/aws-certification/latest/solutions-architect-associate-03/solutions-architect-associate-03.html',
    'AWS Certified Solutions Architect - Associate (SAA-C03) Exam Guide',
  ],
  ['https://aws.amazon.com/about-aws/whats-new/2023/10/multi-vpc-eni-attachments/', 'Multi-VPC ENI attachments'],
  [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
    'Amazon ECS task networking options for Fargate',
  ],
  [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Acting_Alarm_Changes.html',
    'Acting on alarm changes',
  ],
  [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html',
    'Client authentication in AWS Client VPN',
  ],
  [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authorization.html',
    'Client authorization in AWS Client VPN',
  ],
  [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html',
    'AWS Client VPN authorization rules',
  ],
  [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html',
    'Rules and best practices for using AWS Client VPN',
  ],
  [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
    'Health checks for instances in an Auto Scaling group',
  ],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    'Active-active and active-passive failover',
  ],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-failover.html',
    'Values specific for failover records',
  ],
  [
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
    'Encryption in AWS Direct Connect',
  ],
  [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
    'Target groups for your Application Load Balancers',
  ],
  [`${guide}/efa.html`, 'Elastic Fabric Adapter for AI/ML and HPC workloads on Amazon EC2'],
  [`${guide}/enhanced-networking-ena.html`, 'Enable enhanced networking with ENA on your EC2 instances'],
  [`${vpc}/VPC_Route_Tables.html`, 'Configure route tables'],
  [`${vpc}/configure-subnets.html`, 'Subnets for your VPC'],
  [`${vpc}/egress-only-internet-gateway.html`, 'Enable outbound IPv6 traffic using an egress-only internet gateway'],
  [`${vpc}/flow-logs.html`, 'Logging IP traffic using VPC Flow Logs'],
  [`${vpc}/what-is-amazon-vpc.html`, 'What is Amazon VPC?'],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html',
    'Creating Amazon Route 53 health checks and configuring DNS failover',
  ],
  [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/what-is-amazon-ec2-auto-scaling.html',
    'What is Amazon EC2 Auto Scaling?',
  ],
  ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/Welcome.html', 'What is Direct Connect?'],
  [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html',
    'What is Elastic Load Balancing?',
  ],
  ['https://docs.aws.amazon.com/lambda/latest/dg/welcome.html', 'What is AWS Lambda?'],
  ['https://docs.aws.amazon.com/sns/latest/dg/welcome.html', 'What is Amazon SNS?'],
  ['https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html', 'What is Traffic Mirroring?'],
  [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'Access an AWS service using an interface VPC endpoint',
  ],
  ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html', 'Gateway endpoints'],
  [
    'https://docs.aws.amazon.com/vpc/latest/reachability/what-is-reachability-analyzer.html',
    'What is Reachability Analyzer?',
  ],
  ['https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html', 'What is AWS Site-to-Site VPN?'],
  [
    'https://aws.amazon.com/blogs/security/securely-connect-to-linux-instances-running-in-a-private-amazon-vpc/',
    'Securely Connect to Linux Instances Running in a Private Amazon VPC',
  ],
  [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
    'Invoke a Lambda function from an alarm',
  ],
  [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/UsingAlarmActions.html',
    'Stop, terminate, reboot, or recover an EC2 instance',
  ],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-configuring.html',
    'Configuring DNS failover',
  ],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
    'How Amazon Route 53 determines whether a health check is healthy',
  ],
  [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html',
    'Best practices for Amazon Route 53 DNS',
  ],
  [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/healthcheck.html',
    'Health checks for instances in an Auto Scaling group',
  ],
  [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
    'Update the Availability Zones for your Network Load Balancer',
  ],
  [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    'Target groups for your Network Load Balancers',
  ],
  [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'Giving Lambda functions access to resources in an Amazon VPC',
  ],
  [
    'https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-how-it-works.html',
    'How Traffic Mirroring works',
  ],
  [
    'https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-considerations.html',
    'Traffic Mirroring considerations',
  ],
  [
    'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html',
    'How Reachability Analyzer works',
  ],
  [
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
    'Reachability Analyzer explanation codes',
  ],
  [`${vpc}/flow-log-records.html`, 'Flow log records'],
  [`${vpc}/flow-logs-records-examples.html`, 'Flow log record examples'],
  [`${vpc}/flow-logs-limitations.html`, 'Flow log limitations'],
  [`${api}/API_DeleteNatGateway.html`, 'DeleteNatGateway'],
  [`${vpc}/RouteTables.html`, 'Route table concepts'],
  [`${vpc}/gateway-route-tables.html`, 'Gateway route tables'],
  [`${vpc}/intra-vpc-route.html`, 'Inspect traffic between subnets'],
  [`${vpc}/vpc-nat-comparison.html`, 'Compare NAT gateways and NAT instances'],
  [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
    'Route tables and AWS Site-to-Site VPN route priority',
  ],
  [
    'https://docs.aws.amazon.com/directconnect/latest/APIReference/API_CreateDirectConnectGatewayAssociation.html',
    'CreateDirectConnectGatewayAssociation',
  ],
  [`${api}/API_CreateInstanceConnectEndpoint.html`, 'CreateInstanceConnectEndpoint'],
  [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
    'AWS Systems Manager Session Manager',
  ],
  ['https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-filter.html', 'Filtering output in the AWS CLI'],
  [
    'https://docs.aws.amazon.com/boto3/latest/reference/services/ec2/waiter/NetworkInterfaceAvailable.html',
    'NetworkInterfaceAvailable (boto3)',
  ],
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
