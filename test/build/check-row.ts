import { expect } from 'vitest';
import { Check, judge } from '@/lib/labs/checks/check';
import { Attempt } from './attempt';
import { twoServers } from './lab';

/** Variables and short cuts that the rows below use. */
export const preamble = `
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-lab --query 'Vpcs[0].VpcId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
`.trim();
export const create =
  "ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.50 --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=card}]' --query NetworkInterface.NetworkInterfaceId --output text); sleep 5";
export const attach = (instance: string, index: number) =>
  `ATTACHMENT=$(aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $${instance} --device-index ${index} --query AttachmentId --output text); sleep 5`;
export const detach =
  'aws ec2 detach-network-interface --attachment-id $ATTACHMENT; aws ec2 wait network-interface-available --network-interface-ids $ENI';
export const stop = 'aws ec2 stop-instances --instance-ids $WEB_1; aws ec2 wait instance-stopped --instance-ids $WEB_1';
export const pull = '! aws ec2 detach-network-interface --attachment-id $ETH0';
export const gateway =
  'IGW=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text); aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC';
export const address = 'EIP=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)';
export const group =
  'SG=$(aws ec2 create-security-group --group-name web --description web --vpc-id $VPC --query GroupId --output text)';

export type Row = [what: string, lines: string[], check: object, passed: boolean, found: string | RegExp];

/** Run the lines of a row in a fresh lab of two servers, and judge its check. */
export async function judgeRow([, lines, check, passed, found]: Row): Promise<void> {
  const attempt = await Attempt.begin(twoServers);
  for (const line of [...preamble.split('\n'), ...lines]) {
    const { exitCode, stderr } = await attempt.run(line);
    expect(exitCode, `${line}\n${stderr}`).toBe(0);
  }
  const verdict = judge(Check.parse(check), attempt.moment);
  if (typeof found === 'string') expect(verdict.found).toBe(found);
  else expect(verdict.found).toMatch(found);
  expect(verdict.passed).toBe(passed);
}
