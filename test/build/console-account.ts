import { TestAccount } from './account';

/** An account with something in every list of the console. */
export function consoleAccount() {
  const account = new TestAccount();
  const tags = (type: string, name: string) => ({
    TagSpecifications: [{ ResourceType: type, Tags: [{ Key: 'Name', Value: name }] }],
  });
  const { Vpc } = account.call<{ Vpc: { VpcId: string } }>('CreateVpc', {
    CidrBlock: '10.0.0.0/16',
    ...tags('vpc', 'shop'),
  });
  const { VpcId } = Vpc;
  const subnet = (name: string, CidrBlock: string, AvailabilityZone: string) =>
    account.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId,
      CidrBlock,
      AvailabilityZone,
      ...tags('subnet', name),
    }).Subnet.SubnetId;
  const subnetA = subnet('subnet-a', '10.0.1.0/24', 'us-east-1a');
  const subnetB = subnet('subnet-b', '10.0.2.0/24', 'us-east-1b');
  const { InternetGateway } = account.call<{ InternetGateway: { InternetGatewayId: string } }>(
    'CreateInternetGateway',
    tags('internet-gateway', 'igw'),
  );
  const gateway = InternetGateway.InternetGatewayId;
  account.call('AttachInternetGateway', { InternetGatewayId: gateway, VpcId });
  const launch = (name: string, SubnetId: string) =>
    account.call<{ Instances: { InstanceId: string }[] }>('RunInstances', {
      ImageId: 'ami-0a1c5e2b7d9f04836',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      SubnetId,
      ...tags('instance', name),
    }).Instances[0]?.InstanceId ?? '';
  const web1 = launch('web-1', subnetA);
  const web2 = launch('web-2', subnetB);
  const loose = account.call<{ NetworkInterface: { NetworkInterfaceId: string } }>('CreateNetworkInterface', {
    SubnetId: subnetA,
    ...tags('network-interface', 'spare'),
  }).NetworkInterface.NetworkInterfaceId;
  const group = account.call<{ GroupId: string }>('CreateSecurityGroup', {
    GroupName: 'web',
    Description: 'web servers',
    VpcId,
  }).GroupId;
  account.call('AuthorizeSecurityGroupIngress', {
    GroupId: group,
    IpPermissions: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  const table = account.call<{ RouteTable: { RouteTableId: string } }>('CreateRouteTable', {
    VpcId,
    ...tags('route-table', 'public'),
  }).RouteTable.RouteTableId;
  account.call('CreateRoute', { RouteTableId: table, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway });
  account.call('AssociateRouteTable', { RouteTableId: table, SubnetId: subnetA });
  const elastic = account.call<{ AllocationId: string }>('AllocateAddress', tags('elastic-ip', 'front')).AllocationId;
  account.call('AllocateAddress');
  const second = account.call<{ AllocationId: string }>('AllocateAddress').AllocationId;
  account.wait(60);
  account.call('AssociateAddress', { AllocationId: second, InstanceId: web2 });
  account.call('AssignPrivateIpAddresses', { NetworkInterfaceId: loose, PrivateIpAddresses: ['10.0.1.77'] });
  account.call('AssociateAddress', { AllocationId: elastic, NetworkInterfaceId: loose });
  const primaryOf = (instance: string) => {
    const eni = account.world.networkInterfaces.first('InstanceId', instance);
    if (!eni?.Attachment) throw new Error(`${instance} has no interface`);
    return { id: eni.NetworkInterfaceId, attachment: eni.Attachment.AttachmentId };
  };
  return {
    account,
    world: account.world,
    VpcId,
    subnetA,
    subnetB,
    gateway,
    web1,
    web2,
    loose,
    group,
    table,
    elastic,
    primaryOf,
  };
}
