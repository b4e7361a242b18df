import type { Surroundings } from '@/lib/engine/surroundings';
import { Terminal } from './terminal';

const surroundings: Surroundings = {
  hosts: [
    { name: 'web-1', listens: ['tcp/22', 'tcp/80'] },
    { name: 'db-1', listens: ['tcp/22', 'tcp/5432'] },
    { name: 'proxy-1', listens: ['tcp/22'], proxies: [{ listens: 'tcp/8080', to: '10.0.1.20', port: 80 }] },
    { name: 'router-1', forwards: 'router' },
  ],
  sites: [
    {
      name: 'office',
      cidrs: ['192.168.0.0/24'],
      hosts: [{ name: 'desk-1', address: '192.168.0.10', listens: ['tcp/22'] }],
      directConnect: { gateway: 'vgw' },
    },
  ],
  names: { 'www.example.com': '93.184.216.34' },
};

const AmazonLinux = 'ami-0a1c5e2b7d9f04836';

/**
 * A VPC with a public subnet (bastion, web-1, proxy-1) and a private one in another zone (db-1) behind a NAT gateway; web-1 is
 * open on port 80 to everybody and the bastion on 22, everything else to the VPC alone.
 */
export class HostLab extends Terminal {
  readonly vpcId: string;
  readonly publicSubnet: string;
  readonly privateSubnet: string;
  readonly group: string;

  constructor() {
    super({ surroundings });
    const { Vpc } = this.call<{ Vpc: { VpcId: string } }>('CreateVpc', { CidrBlock: '10.0.0.0/16' });
    this.vpcId = Vpc.VpcId;
    this.call('ModifyVpcAttribute', { VpcId: this.vpcId, EnableDnsHostnames: { Value: true } });
    this.publicSubnet = this.subnet('10.0.1.0/24', 'us-east-1a');
    this.privateSubnet = this.subnet('10.0.2.0/24', 'us-east-1b');
    const { InternetGateway } = this.call<{ InternetGateway: { InternetGatewayId: string } }>('CreateInternetGateway');
    const { InternetGatewayId } = InternetGateway;
    this.call('AttachInternetGateway', { InternetGatewayId, VpcId: this.vpcId });
    this.route(this.publicSubnet, '0.0.0.0/0', { GatewayId: InternetGatewayId });
    this.group = this.securityGroup('inside', [['-1', undefined, '10.0.0.0/8']]);
    const web = this.securityGroup('web', [
      ['tcp', 80, '0.0.0.0/0'],
      ['-1', undefined, '10.0.0.0/16'],
    ]);
    const bastion = this.securityGroup('bastion', [
      ['tcp', 22, '0.0.0.0/0'],
      ['-1', undefined, '10.0.0.0/16'],
    ]);
    this.instance('bastion', this.publicSubnet, '10.0.1.10', bastion);
    this.instance('web-1', this.publicSubnet, '10.0.1.20', web);
    this.instance('proxy-1', this.publicSubnet, '10.0.1.30', this.group);
    this.instance('db-1', this.privateSubnet, '10.0.2.20', this.group);
    const { AllocationId } = this.call<{ AllocationId: string }>('AllocateAddress');
    const { NatGateway } = this.call<{ NatGateway: { NatGatewayId: string } }>('CreateNatGateway', {
      SubnetId: this.publicSubnet,
      AllocationId,
      PrivateIpAddress: '10.0.1.100',
    });
    this.route(this.privateSubnet, '0.0.0.0/0', { NatGatewayId: NatGateway.NatGatewayId });
    this.wait(300);
  }

  subnet(CidrBlock: string, AvailabilityZone: string): string {
    const { Subnet } = this.call<{ Subnet: { SubnetId: string } }>('CreateSubnet', {
      VpcId: this.vpcId,
      CidrBlock,
      AvailabilityZone,
    });
    return Subnet.SubnetId;
  }

  route(SubnetId: string, DestinationCidrBlock: string, target: object): void {
    const { RouteTable } = this.call<{ RouteTable: { RouteTableId: string } }>('CreateRouteTable', {
      VpcId: this.vpcId,
    });
    const { RouteTableId } = RouteTable;
    this.call('AssociateRouteTable', { RouteTableId, SubnetId });
    this.call('CreateRoute', { RouteTableId, DestinationCidrBlock, ...target });
  }

  securityGroup(GroupName: string, rules: readonly (readonly [string, number | undefined, string])[]): string {
    const { GroupId } = this.call<{ GroupId: string }>('CreateSecurityGroup', {
      GroupName,
      Description: GroupName,
      VpcId: this.vpcId,
    });
    const IpPermissions = rules.map(([IpProtocol, port, CidrIp]) => ({
      IpProtocol,
      ...(port !== undefined && { FromPort: port, ToPort: port }),
      IpRanges: [{ CidrIp }],
    }));
    this.call('AuthorizeSecurityGroupIngress', { GroupId, IpPermissions });
    return GroupId;
  }

  instance(name: string, SubnetId: string, PrivateIpAddress: string, group: string): string {
    const { Instances } = this.call<{ Instances: { InstanceId: string }[] }>('RunInstances', {
      ImageId: AmazonLinux,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      NetworkInterfaces: [
        {
          DeviceIndex: 0,
          SubnetId,
          PrivateIpAddress,
          Groups: [group],
          AssociatePublicIpAddress: SubnetId === this.publicSubnet && name !== 'proxy-1',
        },
      ],
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name }] }],
    });
    return Instances[0]?.InstanceId ?? '';
  }

  id(name: string): string {
    const found = this.world.instances.list().find(({ Tags }) => Tags.some(({ Value }) => Value === name));
    if (!found) throw new Error(`no instance ${name}`);
    return found.InstanceId;
  }

  publicIp(name: string): string {
    return this.world.networkInterfaces.first('InstanceId', this.id(name))?.publicIp ?? '';
  }

  /** What a line prints on both ways, with its exit code and the simulated seconds that it took. */
  async says(line: string): Promise<{ stdout: string; stderr: string; exitCode: number; seconds: number }> {
    const before = this.world.now;
    const { stdout, stderr, exitCode, now, calls, waited } = await this.line(line);
    if (calls.length > 0 || waited) throw new Error(`the line made calls, or waited: ${line}`);
    return { stdout, stderr, exitCode, seconds: (now - before) / 1000 };
  }
}
