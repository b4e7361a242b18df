import { expect, test } from 'vitest';
import { madeBy } from '@/components/lab/made-by';

test.each([
  ['shell', 'aws ec2 create-vpc  # mine', 'aws ec2 create-vpc  # mine', 'This page'],
  ['ec2', 'aws ec2 create-vpc  # aws-cli/2.9.19', 'aws ec2 create-vpc', 'aws-cli/2.9.19'],
  ['ec2', 'aws ec2 create-vpc', 'aws ec2 create-vpc', 'An EC2 client'],
  // A tool that does not say its name cannot borrow one by what it writes into a value.
  ['ec2', "aws ec2 x --description 'a  # b'", "aws ec2 x --description 'a  # b'", 'An EC2 client'],
  ['ec2', "aws ec2 x --description 'a  # Boto3/1'", "aws ec2 x --description 'a  # Boto3/1'", 'An EC2 client'],
  ['ec2', "aws ec2 x --description 'a\n  # b'  # Boto3/1", "aws ec2 x --description 'a\n  # b'", 'Boto3/1'],
] as const)('%s: %s', (via, text, call, by) => {
  expect(madeBy({ via, text })).toEqual({ text: call, by });
});
