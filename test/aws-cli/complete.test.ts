import { describe, expect, test } from 'vitest';
import { completeAws } from '@/lib/aws-cli/complete';

const ids = {
  association: ['eipassoc-1'],
  egressOnlyInternetGateway: ['eigw-1'],
  natGateway: ['nat-1'],
  prefixList: ['pl-1'],
  routeTable: ['rtb-1'],
  routeTableAssociation: ['rtbassoc-1'],
  transitGatewayRouteTable: ['tgw-rtb-1'],
  vpnGateway: ['vgw-1'],
  internetGateway: ['igw-1'],
  instance: ['i-1', 'i-2'],
  networkInterface: ['eni-1', 'eni-2'],
  securityGroup: ['sg-1'],
  subnet: ['subnet-1', 'subnet-2'],
  vpc: ['vpc-1'],
};
/** A line up to the cursor, after `aws `. */
const at = (line: string) => {
  const words = line.split(' ');
  return completeAws(words.slice(0, -1), words.at(-1) ?? '', ids);
};

describe('what may come next', () => {
  test.each<[string, string[]]>([
    ['', ['ec2', 'help']],
    ['e', ['ec2']],
    ['ec2 describe-subn', ['describe-subnets']],
    ['ec2 detach', ['detach-internet-gateway', 'detach-network-interface', 'detach-vpn-gateway']],
    ['--output text ec2 detach-v', ['detach-vpn-gateway']],
    [
      'ec2 wait vpc-',
      ['vpc-available', 'vpc-exists', 'vpc-peering-connection-deleted', 'vpc-peering-connection-exists'],
    ],
    ['ec2 wait nat', ['nat-gateway-available', 'nat-gateway-deleted']],
    ['ec2 wait nat-gateway-deleted --nat-gateway-ids ', ['nat-1']],
    ['ec2 wait vpc-available --vpc', ['--vpc-ids']],
    ['ec2 detach-network-interface ', ['help']],
    ['ec2 create-subnet --cidr', ['--cidr-block']],
    ['ec2 create-subnet --vpc-id vpc-1 --vpc', []],
    ['ec2 create-subnet --vpc-id ', ['vpc-1']],
    ['ec2 create-subnet --vpc-id v', ['vpc-1']],
    ['ec2 describe-subnets --subnet-ids subnet-1 ', ['subnet-1', 'subnet-2']],
    ['ec2 describe-subnets --subnet-ids subnet-1 --out', ['--output']],
    ['ec2 describe-subnets --output ', ['json', 'text', 'table', 'yaml', 'yaml-stream']],
    ['ec2 describe-subnets --output t', ['text', 'table']],
    ['ec2 create-tags --resources en', ['eni-1', 'eni-2']],
    ['ec2 authorize-security-group-ingress --source-group ', ['sg-1']],
    ['ec2 modify-network-interface-attribute --groups s', ['sg-1']],
    ['ec2 create-route --route-table-id ', ['rtb-1']],
    ['ec2 create-route --gateway-id ', ['igw-1', 'vgw-1']],
    ['ec2 create-route --nat-gateway-id ', ['nat-1']],
    ['ec2 create-route --egress-only-internet-gateway-id ', ['eigw-1']],
    ['ec2 create-route --destination-prefix-list-id ', ['pl-1']],
    ['ec2 create-vpc-peering-connection --peer-vpc-id ', ['vpc-1']],
    ['ec2 modify-vpc-endpoint --add-route-table-ids ', ['rtb-1']],
    ['ec2 modify-vpc-endpoint --remove-security-group-ids ', ['sg-1']],
    [
      'ec2 modify-transit-gateway --options AssociationDefaultRouteTableId=',
      ['AssociationDefaultRouteTableId=tgw-rtb-1'],
    ],
    ['ec2 disassociate-route-table --association-id ', ['eipassoc-1', 'rtbassoc-1']],
    ['ec2 create-network-acl-entry --in', ['--ingress']],
    ['ec2 modify-network-interface-attribute --no-source', ['--no-source-dest-check']],
    ['ec2 run-instances --instance-type t3.mi', ['t3.micro']],
    ['ec2 run-instances --network-interfaces DeviceIn', ['DeviceIndex=']],
    [
      'ec2 run-instances --network-interfaces DeviceIndex=0,SubnetId=',
      ['DeviceIndex=0,SubnetId=subnet-1', 'DeviceIndex=0,SubnetId=subnet-2'],
    ],
    ['ec2 describe-vpcs --filters Na', ['Name=']],
    ['ec2 nonsense --deb', ['--debug']],
    ['s3 ', []],
    ['ec2 describe-vpcs --query ', []],
  ])('aws %s', (line, candidates) => {
    expect(at(line)).toEqual(candidates);
  });

  test('images are offered by id', () => {
    expect(at('ec2 run-instances --image-id ')).toContainEqual(expect.stringMatching(/^ami-/));
  });

  test('values that a parameter names', () => {
    const values = at('ec2 describe-network-interface-attribute --attribute ');
    for (const value of values) expect(value).toMatch(/^\w+$/);
  });

  test('names that mean something to JavaScript complete to nothing', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(at(`ec2 run-instances --network-interfaces ${name}=`)).toEqual([]);
      expect(at(`ec2 ${name} --`).filter((flag) => flag.includes(name))).toEqual([]);
      expect(at(`ec2 describe-vpcs --${name}`)).toEqual([]);
    }
  });
});
