import type { World } from '@/lib/engine/world';

/** Lines that use what the command line has of its own: arguments, forms of values, pages, waiters, refusals. */
export function peculiarLines(world: World): string[] {
  const first = <Row>(rows: readonly Row[]): Row => {
    const [row] = rows;
    if (row === undefined) throw new Error('the account lacks something that the lines need');
    return row;
  };
  const { VpcId: vpc } = first(world.vpcs.list());
  const { SubnetId: subnet } = first(world.subnets.list());
  const { GroupId: group } = first(world.securityGroups.list().filter(({ GroupName }) => GroupName !== 'default'));
  const { NetworkAclId: acl } = first(world.networkAcls.list());
  const { RouteTableId: table } = first(world.routeTables.list());
  const { NetworkInterfaceId: eni } = first(world.networkInterfaces.list().filter((one) => !one.Attachment));
  const { InstanceId: instance } = first(world.instances.list());
  const { TransitGatewayId: tgw } = first(world.transitGateways.list());
  const { CustomerGatewayId: cgw } = first(world.customerGateways.list());
  const run = `aws ec2 run-instances --image-id ami-0a1c5e2b7d9f04836 --instance-type t3.micro --subnet-id ${subnet} --client-token once`;
  const authorize = `aws ec2 authorize-security-group-ingress --group-id ${group}`;
  const entry = `aws ec2 create-network-acl-entry --network-acl-id ${acl} --rule-number 200 --rule-action allow --cidr-block 10.0.0.0/8`;
  const create = `aws ec2 create-network-interface --subnet-id ${subnet} --client-token once`;
  const text = `
${run} --count 2
${run} --count 1:3 --output text
${run} --secondary-private-ip-address-count 2 --associate-public-ip-address
${run} --secondary-private-ip-addresses 172.31.0.77 172.31.0.78 --no-associate-public-ip-address
${run} --private-ip-address 172.31.0.79 --security-group-ids ${group} --associate-public-ip-address
${run} --ipv6-address-count 1 --associate-public-ip-address
${run} --network-interfaces DeviceIndex=0,SubnetId=${subnet} --associate-public-ip-address
${run} --network-interfaces DeviceIndex=x
${run} --network-interfaces '[{"DeviceIndex":0,"SubnetId":"${subnet}","Groups":["${group}"]}]'
${run} --enable-api-termination --dry-run
${run} --disable-api-termination --output yaml
${authorize} --protocol tcp --port 22 --cidr 10.0.0.0/8
${authorize} --protocol tcp --port 8000-8100 --source-group ${group} --output text
${authorize} --protocol icmp --port all --cidr 10.0.0.0/8
${authorize} --protocol all --cidr 10.9.0.0/16 --output table
${authorize} --protocol 256 --cidr 10.0.0.0/8
${authorize} --protocol sctp --cidr 10.0.0.0/8
${authorize} --protocol tcp --port 22x --cidr 10.0.0.0/8
${authorize} --protocol tcp --port 22 --cidr 10.0.0.0/8 --ip-permissions IpProtocol=tcp
${authorize} --ip-permissions IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges=[{CidrIp=10.1.0.0/16,Description=office}]
${authorize} --ip-permissions IpProtocol=tcp,FromPort=1,ToPort=2,Ipv6Ranges=[{CidrIpv6=::/0}] --output text
${authorize} --protocol tcp --port 22 --source-group ${group} --group-owner 111122223333
aws ec2 revoke-security-group-egress --group-id ${group} --protocol all --cidr 0.0.0.0/0
aws ec2 describe-security-group-rules --filters Name=group-id,Values=${group} --output text
${entry} --protocol tcp --port-range From=80,To=80 --ingress
${entry} --protocol -1 --egress
${entry} --protocol=-1 --egress
${entry} --protocol icmp --icmp-type-code Type=-1,Code=-1 --ingress
${entry} --protocol tcp --port-range From=80,To=80
${entry} --protocol tcp --egress --ingress
aws ec2 replace-network-acl-entry --network-acl-id ${acl} --ingress --rule-number 100 --protocol all --rule-action deny --cidr-block 0.0.0.0/0
aws ec2 delete-network-acl-entry --network-acl-id ${acl} --ingress --rule-number 100
aws ec2 delete-network-acl-entry --network-acl-id ${acl} --rule-number 100
aws ec2 delete-network-acl-entry --network-acl-id ${acl} --rule-number 100 --no-egress
aws ec2 modify-subnet-attribute --subnet-id ${subnet} --map-public-ip-on-launch
aws ec2 modify-subnet-attribute --subnet-id ${subnet} --no-map-public-ip-on-launch
aws ec2 modify-subnet-attribute --subnet-id ${subnet} --map-public-ip-on-launch Value=false
aws ec2 modify-vpc-attribute --vpc-id ${vpc} --enable-dns-hostnames '{"Value":true}'
aws ec2 modify-vpc-attribute --vpc-id ${vpc} --enable-dns-support --no-enable-dns-support
aws ec2 modify-network-interface-attribute --network-interface-id ${eni} --no-source-dest-check
aws ec2 modify-network-interface-attribute --network-interface-id ${eni} --description uplink
aws ec2 modify-network-interface-attribute --network-interface-id ${eni} --description Value=uplink
aws ec2 modify-instance-attribute --instance-id ${instance} --groups ${group}
aws ec2 modify-instance-attribute --instance-id ${instance} --no-source-dest-check
${create} --private-ip-addresses PrivateIpAddress=172.31.0.80,Primary=true PrivateIpAddress=172.31.0.81
${create} --groups ${group} --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=a b}]' --output text
${create} --tag-specifications ResourceType=network-interface,Tags={Key=Name,Value=x}
${create} --description 'é, "x"' --output yaml
aws ec2 allocate-address --domain vpc --output text
aws ec2 allocate-address --domain standard
aws ec2 create-route --route-table-id ${table} --destination-cidr-block 0.0.0.0/0 --transit-gateway-id ${tgw}
aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id ${cgw} --transit-gateway-id ${tgw} --options TunnelOptions=[{TunnelInsideCidr=169.254.10.0/30}]
aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id ${cgw} --options StaticRoutesOnly=true
aws ec2 create-transit-gateway --options AmazonSideAsn=64600,DnsSupport=disable --output yaml
aws ec2 create-dhcp-options --dhcp-configurations Key=domain-name-servers,Values=10.0.0.2,10.0.0.3 Key=domain-name,Values=x.example
aws ec2 create-dhcp-options --dhcp-configurations '{"Key":"domain-name","Values":["y.example"]}' --output text
aws ec2 create-managed-prefix-list --prefix-list-name p --max-entries 3 --address-family IPv4 --entries Cidr=10.0.0.0/8,Description=a --client-token once
aws ec2 create-flow-logs --resource-ids ${vpc} --resource-type VPC --traffic-type ALL --log-destination-type s3 --log-destination arn:aws:s3:::b --client-token once
aws ec2 create-tags --resources ${vpc} ${subnet} --tags Key=a,Value=b 'Key=c,Value=' 'Key="d,e",Value=f'
aws ec2 delete-tags --resources ${vpc} --tags Key=a
aws ec2 describe-vpcs --filters Name=is-default,Values=true Name=state,Values=available --query Vpcs[].VpcId --output yaml
aws ec2 describe-vpcs --filters Name=isDefault
aws ec2 describe-vpcs --filters Name
aws ec2 describe-vpcs --vpc-ids '["${vpc}"]' --output text
aws ec2 describe-vpcs --cli-input-json '{"VpcIds":["${vpc}"]}'
aws ec2 describe-vpcs --cli-input-json [
aws ec2 describe-subnets --max-items 2
aws ec2 describe-subnets --max-items 2 --output text --query Subnets[].SubnetId
aws ec2 describe-subnets --max-items 2 --output yaml-stream --query Subnets[].SubnetId
aws ec2 describe-subnets --page-size 5 --output yaml-stream --query Subnets[].SubnetId
aws ec2 describe-subnets --page-size 5 --output text --query Subnets[].SubnetId
aws ec2 describe-subnets --page-size 5 --max-items 6 --query Subnets[].SubnetId
aws ec2 describe-subnets --page-size 4
aws ec2 describe-subnets --max-results 5 --query [NextToken,length(Subnets)]
aws ec2 describe-subnets --max-results 5 --max-items 2
aws ec2 describe-subnets --no-paginate --max-items 2
aws ec2 describe-subnets --no-paginate --page-size 5
aws ec2 describe-subnets --starting-token x
aws ec2 describe-subnets --starting-token eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ== --query Subnets[].SubnetId
aws ec2 describe-vpc-endpoint-services --max-items 2
aws ec2 describe-vpc-endpoint-services --max-items 2 --output text
aws ec2 describe-vpc-endpoint-services --page-size 5 --query ServiceNames
aws ec2 describe-vpc-endpoint-services --starting-token eyJOZXh0VG9rZW4iOiBudWxsLCAiYm90b190cnVuY2F0ZV9hbW91bnQiOiAyfQ== --output yaml
aws ec2 describe-route-tables --output text
aws ec2 describe-vpn-connections --output text
aws ec2 describe-network-interfaces --output table --query 'NetworkInterfaces[].[NetworkInterfaceId,Status,Groups]'
aws ec2 describe-network-interfaces --query NetworkInterfaces[0].Attachment.AttachTime --output yaml
aws ec2 describe-network-interfaces --query NetworkInterfaces[?Attachment].Attachment --output yaml
aws ec2 describe-network-interfaces --query NetworkInterfaces[0] --output yaml-stream
aws ec2 describe-network-interfaces --query 'length(NetworkInterfaces)' --output yaml
aws ec2 describe-network-interfaces --query nothing --output yaml
aws ec2 describe-network-interfaces --query nothing --output yaml-stream
aws ec2 delete-vpc --vpc-id ${vpc}
aws ec2 delete-vpc --vpc-id ${vpc} --dry-run --output text
aws ec2 describe-network-insights-analyses --analysis-start-time 2026-01-01
aws ec2 describe-network-insights-analyses --analysis-start-time 2026-01-01T10:00:00+02:00 --analysis-end-time 1798761600
aws ec2 describe-network-insights-analyses --analysis-start-time yesterday
aws ec2 describe-network-insights-analyses --max-items x
aws ec2 start-network-insights-analysis --network-insights-path-id nip-1 --filter-in-arns '' --client-token once
aws ec2 create-network-insights-path --source ${eni} --destination ${eni} --protocol tcp --destination-port -1 --client-token once
aws ec2 wait vpc-available
aws ec2 wait vpc-exists --vpc-ids ${vpc}
aws ec2 wait subnet-available --subnet-ids ${subnet}
aws ec2 wait security-group-exists --group-ids ${group}
aws ec2 wait internet-gateway-exists
aws ec2 wait nat-gateway-deleted --nat-gateway-ids nat-0123456789abcdef0
aws ec2 wait vpc-peering-connection-deleted --vpc-peering-connection-ids pcx-0123456789abcdef0
aws ec2 wait vpn-connection-available --vpn-connection-ids vpn-0123456789abcdef0
aws ec2 wait vpn-connection-deleted
aws ec2 wait customer-gateway-available --customer-gateway-ids ${cgw}
aws ec2 wait network-interface-available --network-interface-ids eni-0123456789abcdef0
aws ec2 describe-nat-gateways --filter Name=state,Values=available --output text
aws ec2 describe-nat-gateways --filters Name=state,Values=available
aws ec2 describe-flow-logs --filter Name=resource-id,Values=${vpc} --output text
aws ec2 describe-transit-gateway-attachments --output text
aws ec2 describe-prefix-lists --output yaml
aws ec2 describe-instance-attribute --instance-id ${instance} --attribute groupSet --output text
aws ec2 describe-network-interface-attribute --network-interface-id ${eni} --attribute description --output yaml
aws ec2 describe-network-interface-attribute --network-interface-id ${eni} --attribute colour
aws ec2 delete-network-interface --network-interface ${eni}
aws ec2 delete-network-interface --network ${eni}
aws ec2 assign-private-ip-addresses --network-interface-id ${eni} --secondary-private-ip-address-count two
aws ec2 assign-private-ip-addresses --network-interface-id ${eni} --secondary-private-ip-address-count 2 --output yaml
aws ec2 unassign-private-ip-addresses --network-interface-id ${eni}
aws ec2 create-vpc --cidr-block 10.0.0.0/16 --amazon-provided-ipv6-cidr-block --output yaml
aws ec2 create-vpc --cidr-block 10.0.0.0/16 --instance-tenancy
`;
  return text.trim().split('\n');
}
