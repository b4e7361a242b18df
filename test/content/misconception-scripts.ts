type Scripts = Readonly<Record<string, { readonly fires: string; readonly near: string }>>;

const create = (variable: string, options: string) =>
  `${variable}=$(aws ec2 create-network-interface ${options} --query NetworkInterface.NetworkInterfaceId --output text)`;
const attach = (variable: string, eni: string, instance: string, index = 1) =>
  `${variable}=$(aws ec2 attach-network-interface --network-interface-id ${eni} --instance-id ${instance} --device-index ${index} --query AttachmentId --output text)`;
const newSubnet =
  'SUBNET_C=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)';
/** An interface that may stand beside a primary one: in a subnet of its own. */
const second = [newSubnet, create('ENI', '--subnet-id $SUBNET_C'), attach('ATTACHMENT', '$ENI', '$WEB_1')].join('\n');
const stop = (instance: string) =>
  `aws ec2 stop-instances --instance-ids ${instance}\naws ec2 wait instance-stopped --instance-ids ${instance}`;
const publicIp = (variable: string) =>
  `${variable}=$(aws ec2 describe-instances --instance-ids $PUBLIC --query 'Reservations[0].Instances[0].PublicIpAddress' --output text)`;
const letIn = (cidr: string) =>
  `aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 443 --cidr ${cidr}`;
const gateway = 'IGW=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)';
const attached = `${gateway}\naws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC`;
const elastic = 'ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)';
const inDefaultSubnet = [
  "DEFAULT=$(aws ec2 describe-instances --instance-ids $PUBLIC --query 'Reservations[0].Instances[0].SubnetId' --output text)",
  "ZONE=$(aws ec2 describe-instances --instance-ids $PUBLIC --query 'Reservations[0].Instances[0].Placement.AvailabilityZone' --output text)",
  "DEFAULT_VPC=$(aws ec2 describe-instances --instance-ids $PUBLIC --query 'Reservations[0].Instances[0].VpcId' --output text)",
  'OTHER=$(aws ec2 create-subnet --vpc-id $DEFAULT_VPC --cidr-block 172.31.240.0/24 --availability-zone $ZONE --query Subnet.SubnetId --output text)',
  create('ENI', '--subnet-id $OTHER'),
  attach('ATTACHMENT', '$ENI', '$PUBLIC'),
].join('\n');
const natIn = (subnet: string) =>
  `${attached}\n${elastic}\nNAT=$(aws ec2 create-nat-gateway --subnet-id ${subnet} --allocation-id $ADDRESS --query NatGateway.NatGatewayId --output text)\naws ec2 wait nat-gateway-available --nat-gateway-ids $NAT`;
const groups = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `G${at}=$(aws ec2 create-security-group --group-name g${at} --description d --vpc-id $VPC --query GroupId --output text)`,
  ).join('\n');
const acl = 'ACL=$(aws ec2 create-network-acl --vpc-id $VPC --query NetworkAcl.NetworkAclId --output text)';
const entry = (direction: 'ingress' | 'egress', number: number, from: number, to = from) =>
  `aws ec2 create-network-acl-entry --network-acl-id $ACL --${direction} --rule-number ${number} --protocol tcp --port-range From=${from},To=${to} --cidr-block 0.0.0.0/0 --rule-action allow`;

/** Lines one below the other. */
const lines = (...parts: string[]) => parts.join('\n');

/**
 * For each misconception, lines that show it and nothing else, and lines that come near and do not show it. They run in the account
 * of the test beside; `!` stands before a line that is to be refused.
 */
export const scripts: Scripts = {
  'primary-comes-off': {
    fires: '! aws ec2 detach-network-interface --attachment-id $ATTACHMENT_0',
    near: lines(
      second,
      'aws ec2 detach-network-interface --attachment-id $ATTACHMENT',
      stop('$WEB_1'),
      '! aws ec2 detach-network-interface --attachment-id $ATTACHMENT_0',
    ),
  },
  'primary-comes-off-when-stopped': {
    fires: lines(stop('$WEB_1'), '! aws ec2 detach-network-interface --attachment-id $ATTACHMENT_0'),
    near: lines('! aws ec2 detach-network-interface --attachment-id $ATTACHMENT_0', stop('$WEB_1')),
  },
  'index-zero-is-free': {
    fires: lines(
      newSubnet,
      create('ENI', '--subnet-id $SUBNET_C'),
      '! aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 0',
    ),
    near: lines(
      second,
      create('ENI_2', '--subnet-id $SUBNET_C'),
      '! aws ec2 attach-network-interface --network-interface-id $ENI_2 --instance-id $WEB_1 --device-index 1',
    ),
  },
  'detach-takes-the-interface': {
    fires: lines(second, '! aws ec2 detach-network-interface --attachment-id $ENI'),
    near: lines(second, '! aws ec2 detach-network-interface --attachment-id eni-0123456789abcdef0'),
  },
  'attaching-moves': {
    fires: lines(
      second,
      '! aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_2 --device-index 1',
    ),
    near: lines(
      second,
      '! aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 2',
    ),
  },
  'crosses-zones': {
    fires: lines(
      create('ENI', '--subnet-id $SUBNET'),
      '! aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $FAR --device-index 1',
    ),
    near: lines(
      create('ENI', '--subnet-id $SUBNET_B'),
      attach('ATTACHMENT', '$ENI', '$FAR'),
      create('FABRIC', '--subnet-id $SUBNET --interface-type efa'),
      stop('$WEB_1'),
      '! aws ec2 attach-network-interface --network-interface-id $FABRIC --instance-id $WEB_1 --device-index 1',
    ),
  },
  'any-number-of-interfaces': {
    fires: lines(
      second,
      'SUBNET_D=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.4.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)',
      create('ENI_2', '--subnet-id $SUBNET_D'),
      attach('ATTACHMENT_2', '$ENI_2', '$WEB_1', 2),
      create('ENI_3', '--subnet-id $SUBNET'),
      '! aws ec2 attach-network-interface --network-interface-id $ENI_3 --instance-id $WEB_1 --device-index 3',
    ),
    near: second,
  },
  'two-cards-in-one-subnet': {
    fires: lines(create('ENI', '--subnet-id $SUBNET'), attach('ATTACHMENT', '$ENI', '$WEB_1')),
    near: second,
  },
  'deleting-unplugs': {
    fires: lines(second, '! aws ec2 delete-network-interface --network-interface-id $ENI'),
    near: lines(
      second,
      'aws ec2 detach-network-interface --attachment-id $ATTACHMENT',
      'aws ec2 wait network-interface-available --network-interface-ids $ENI',
      'aws ec2 delete-network-interface --network-interface-id $ENI',
      natIn('$SUBNET'),
      "OF_NAT=$(aws ec2 describe-network-interfaces --filters Name=interface-type,Values=nat_gateway --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)",
      '! aws ec2 delete-network-interface --network-interface-id $OF_NAT',
    ),
  },
  'outlives-its-instance': {
    fires: lines(
      'NEW=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --query "Instances[0].InstanceId" --output text)',
      'aws ec2 wait instance-running --instance-ids $NEW',
      'ENI=$(aws ec2 describe-instances --instance-ids $NEW --query "Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId" --output text)',
      'aws ec2 terminate-instances --instance-ids $NEW',
      'aws ec2 wait instance-terminated --instance-ids $NEW',
      '! aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1',
    ),
    near: lines(
      second,
      'aws ec2 terminate-instances --instance-ids $WEB_1',
      'aws ec2 wait instance-terminated --instance-ids $WEB_1',
      attach('ATTACHMENT', '$ENI', '$WEB_2'),
      '! aws ec2 attach-network-interface --network-interface-id eni-0123456789abcdef0 --instance-id $WEB_2 --device-index 2',
    ),
  },
  'a-services-interface-is-mine': {
    fires: lines(
      natIn('$SUBNET'),
      "ELA=$(aws ec2 describe-network-interfaces --filters Name=interface-type,Values=nat_gateway --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)",
      '! aws ec2 detach-network-interface --attachment-id $ELA',
    ),
    near: lines(
      second,
      '! aws ec2 delete-network-interface --network-interface-id $ENI',
      '! aws ec2 detach-network-interface --attachment-id ela-attach-0123456789abcdef0',
    ),
  },
  'settings-are-the-instances': {
    fires: lines(second, '! aws ec2 modify-instance-attribute --instance-id $WEB_1 --no-source-dest-check'),
    near: 'aws ec2 modify-instance-attribute --instance-id $WEB_1 --no-source-dest-check',
  },
  'any-number-of-groups': {
    fires: lines(groups(6), '! aws ec2 create-network-interface --subnet-id $SUBNET --groups $G0 $G1 $G2 $G3 $G4 $G5'),
    near: lines(groups(5), create('ENI', '--subnet-id $SUBNET --groups $G0 $G1 $G2 $G3 $G4')),
  },
  'address-of-the-vpc': {
    fires: '! aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.2.50',
    near: '! aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 192.168.7.9',
  },
  'every-address-is-mine': {
    fires: '! aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.2',
    near: lines(
      create('ENI', '--subnet-id $SUBNET --private-ip-address 10.0.1.4'),
      '! aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 192.168.7.9',
    ),
  },
  'primary-address-can-go': {
    fires: '! aws ec2 unassign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.10',
    near: lines(
      'aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.20',
      'aws ec2 unassign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.20',
      '! aws ec2 unassign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.20',
    ),
  },
  'assigning-takes-away': {
    fires: lines(
      create('ENI', '--subnet-id $SUBNET'),
      'aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.20',
      '! aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.20',
    ),
    near: lines(
      create('ENI', '--subnet-id $SUBNET'),
      'aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.20',
      'aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.20 --allow-reassignment',
      '! aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.10',
    ),
  },
  'any-number-of-addresses': {
    fires: '! aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --secondary-private-ip-address-count 4',
    near: 'aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --secondary-private-ip-address-count 3',
  },
  'a-loose-interface-holds-nothing': {
    fires: lines(newSubnet, create('ENI', '--subnet-id $SUBNET_C'), '! aws ec2 delete-subnet --subnet-id $SUBNET_C'),
    near: lines(second, '! aws ec2 delete-subnet --subnet-id $SUBNET_C'),
  },
  'zones-of-everywhere': {
    fires: '! aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.7.0/24 --availability-zone us-west-3a',
    near: '! aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.7.0/24 --availability-zone nowhere',
  },
  'elastic-ip-needs-no-gateway': {
    fires: lines(elastic, '! aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1'),
    near: lines(attached, elastic, 'aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1'),
  },
  'elastic-ip-is-the-instances': {
    fires: lines(
      second,
      attached,
      elastic,
      '! aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1',
    ),
    near: lines(
      attached,
      elastic,
      'NEW=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --query "Instances[0].InstanceId" --output text)',
      '! aws ec2 associate-address --allocation-id $ADDRESS --instance-id $NEW',
    ),
  },
  'any-number-of-elastic-ips': {
    fires: lines(...Array.from({ length: 5 }, () => elastic), '! aws ec2 allocate-address --domain vpc'),
    near: lines(...Array.from({ length: 5 }, () => elastic)),
  },
  'releasing-disassociates': {
    fires: lines(
      attached,
      elastic,
      'aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1',
      '! aws ec2 release-address --allocation-id $ADDRESS',
    ),
    near: lines(
      elastic,
      'aws ec2 associate-address --allocation-id $ADDRESS --instance-id $PUBLIC',
      'aws ec2 release-address --allocation-id $ADDRESS',
    ),
  },
  'public-address-stays': {
    fires: lines(publicIp('OLD'), stop('$PUBLIC'), 'aws ec2 start-instances --instance-ids $PUBLIC', letIn('$OLD/32')),
    near: lines(
      publicIp('OLD'),
      letIn('$OLD/32'),
      stop('$PUBLIC'),
      'aws ec2 start-instances --instance-ids $PUBLIC',
      publicIp('NEW'),
      letIn('$NEW/32'),
      letIn('$OLD/24'),
      letIn('54.80.1.2/32'),
      elastic,
      'aws ec2 associate-address --allocation-id $ADDRESS --instance-id $PUBLIC',
      stop('$PUBLIC'),
      'aws ec2 start-instances --instance-ids $PUBLIC',
      publicIp('KEPT'),
      letIn('$KEPT/32'),
      'aws ec2 revoke-security-group-ingress --group-id $GROUP --protocol tcp --port 443 --cidr $OLD/32',
    ),
  },
  'public-address-comes-back': {
    fires: lines(inDefaultSubnet, stop('$PUBLIC'), 'aws ec2 start-instances --instance-ids $PUBLIC'),
    near: lines(
      second,
      stop('$WEB_1'),
      'aws ec2 start-instances --instance-ids $WEB_1',
      stop('$PUBLIC'),
      'aws ec2 start-instances --instance-ids $PUBLIC',
    ),
  },
  'public-address-for-each': {
    fires: `! aws ec2 run-instances --image-id $AMI --instance-type t3.small --network-interfaces DeviceIndex=0,SubnetId=$SUBNET,AssociatePublicIpAddress=true DeviceIndex=1,SubnetId=$SUBNET`,
    near: lines(
      '! aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --network-interfaces DeviceIndex=0,SubnetId=$SUBNET,AssociatePublicIpAddress=true',
      'aws ec2 run-instances --image-id $AMI --instance-type t3.small --network-interfaces DeviceIndex=0,SubnetId=$SUBNET,AssociatePublicIpAddress=true',
    ),
  },
  'a-gateway-works-unattached': {
    fires: lines(
      gateway,
      '! aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW',
    ),
    near: lines(
      "DEFAULT_IGW=$(aws ec2 describe-internet-gateways --query 'InternetGateways[0].InternetGatewayId' --output text)",
      '! aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $DEFAULT_IGW',
      attached,
      'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW',
    ),
  },
  'the-local-route-can-go': {
    fires: '! aws ec2 delete-route --route-table-id $TABLE --destination-cidr-block 10.0.0.0/16',
    near: lines(
      '! aws ec2 delete-route --route-table-id $TABLE --destination-cidr-block 10.9.0.0/16',
      'aws ec2 create-vpc-endpoint --vpc-id $VPC --service-name com.amazonaws.us-east-1.s3 --route-table-ids $TABLE',
      "LIST=$(aws ec2 describe-route-tables --route-table-ids $TABLE --query 'RouteTables[0].Routes[?DestinationPrefixListId]|[0].DestinationPrefixListId' --output text)",
      '! aws ec2 delete-route --route-table-id $TABLE --destination-prefix-list-id $LIST',
    ),
  },
  'a-route-makes-a-router': {
    fires: 'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --instance-id $WEB_1',
    near: lines(
      'aws ec2 modify-instance-attribute --instance-id $WEB_1 --no-source-dest-check',
      'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --network-interface-id $ETH0',
      create('ENI', '--subnet-id $SUBNET'),
      'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 192.168.0.0/16 --network-interface-id $ENI',
    ),
  },
  'nat-in-the-private-subnet': {
    fires: lines(
      natIn('$SUBNET'),
      'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT',
    ),
    near: lines(
      natIn('$SUBNET'),
      'aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW',
      'PRIVATE=$(aws ec2 create-route-table --vpc-id $VPC --query RouteTable.RouteTableId --output text)',
      'aws ec2 create-route --route-table-id $PRIVATE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT',
    ),
  },
  'groups-need-a-rule-for-answers': {
    fires:
      'aws ec2 authorize-security-group-egress --group-id $GROUP --ip-permissions IpProtocol=tcp,FromPort=1024,ToPort=65535,IpRanges=[{CidrIp=0.0.0.0/0}]',
    near: lines(
      'aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 8080 --cidr 0.0.0.0/0',
      'aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 0-65535 --cidr 10.0.0.0/16',
    ),
  },
  'answers-leave-by-the-same-port': {
    fires: lines(acl, entry('ingress', 100, 80), entry('egress', 100, 80)),
    near: lines(
      acl,
      entry('ingress', 100, 80),
      entry('egress', 90, 1024, 65_535),
      entry('egress', 100, 80),
      entry('egress', 110, 443),
    ),
  },
};
