import { describe, expect, test } from 'vitest';
import { completeAws } from '@/lib/aws-cli/complete';

const ids = {
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
    ['ec2 describe-vpc', ['describe-vpcs', 'describe-vpc-attribute'].sort()],
    ['ec2 detach', ['detach-internet-gateway', 'detach-network-interface']],
    ['--output text ec2 detach', ['detach-internet-gateway', 'detach-network-interface']],
    ['ec2 wait vpc', ['vpc-available', 'vpc-exists']],
    ['ec2 wait vpc-available --vpc', ['--vpc-ids']],
    ['ec2 detach-network-interface ', ['help']],
    ['ec2 create-subnet --cidr', ['--cidr-block']],
    ['ec2 create-subnet --vpc-id vpc-1 --vpc', []],
    ['ec2 create-subnet --vpc-id ', ['vpc-1']],
    ['ec2 create-subnet --vpc-id v', ['vpc-1']],
    ['ec2 describe-subnets --subnet-ids subnet-1 ', ['subnet-1', 'subnet-2']],
    ['ec2 describe-subnets --subnet-ids subnet-1 --out', ['--output']],
    ['ec2 describe-subnets --output ', ['json', 'text', 'table']],
    ['ec2 describe-subnets --output t', ['text', 'table']],
    ['ec2 create-tags --resources e', ['eni-1', 'eni-2']],
    ['ec2 authorize-security-group-ingress --source-group ', ['sg-1']],
    ['ec2 modify-network-interface-attribute --groups s', ['sg-1']],
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
