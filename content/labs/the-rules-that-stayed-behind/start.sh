# A ledger with an address for all, and a standby that has its own groups.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-ledger}]' --query Vpc.VpcId --output text)
LEDGERS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-ledger}]' --query Subnet.SubnetId --output text)
PEOPLE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-clients}]' --query Subnet.SubnetId --output text)
OPS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-ops}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-ledger}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-ledger}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $LEDGERS
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
CLIENTS=$(aws ec2 create-security-group --group-name clients --description 'Who asks the ledger' --vpc-id $VPC --query GroupId --output text)
GUESTS=$(aws ec2 create-security-group --group-name guests --description 'Who does not' --vpc-id $VPC --query GroupId --output text)
ADMINS=$(aws ec2 create-security-group --group-name ops --description 'The administrators' --vpc-id $VPC --query GroupId --output text)
LEDGER=$(aws ec2 create-security-group --group-name ledger --description 'What the ledger takes' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $LEDGER --protocol tcp --port 5432 --source-group $CLIENTS
aws ec2 authorize-security-group-ingress --group-id $LEDGER --protocol tcp --port 5432 --cidr 203.0.113.25/32
aws ec2 revoke-security-group-egress --group-id $CLIENTS --protocol all --cidr 0.0.0.0/0
aws ec2 authorize-security-group-egress --group-id $CLIENTS --protocol tcp --port 5432 --source-group $LEDGER
STANDBY=$(aws ec2 create-security-group --group-name standby --description 'What the standby takes' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $STANDBY --protocol tcp --port 22 --cidr 10.0.9.0/24
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
LEDGER_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $LEDGERS --private-ip-address 10.0.1.10 \
  --security-group-ids $LEDGER --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ledger-1}]' \
  --query 'Instances[0].InstanceId' --output text)
LEDGER_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $LEDGERS --private-ip-address 10.0.1.11 \
  --security-group-ids $STANDBY --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ledger-2}]' \
  --query 'Instances[0].InstanceId' --output text)
CLIENT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PEOPLE --private-ip-address 10.0.2.10 \
  --security-group-ids $CLIENTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=client-1}]' \
  --query 'Instances[0].InstanceId' --output text)
GUEST_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PEOPLE --private-ip-address 10.0.2.20 \
  --security-group-ids $GUESTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=guest-1}]' \
  --query 'Instances[0].InstanceId' --output text)
OPS_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $OPS --private-ip-address 10.0.9.5 \
  --security-group-ids $ADMINS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ops-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $LEDGER_1 $LEDGER_2 $CLIENT_1 $GUEST_1 $OPS_1
ENI=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.100
ADDRESS=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-ledger}]' --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $ENI --private-ip-address 10.0.1.100

# 03:12.
aws ec2 stop-instances --instance-ids $LEDGER_1
aws ec2 wait instance-stopped --instance-ids $LEDGER_1
