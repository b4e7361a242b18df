# Five VPCs, the default one counted. Nobody needs vpc-old any more.
VPC=$(aws ec2 create-vpc --cidr-block 10.1.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.1.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-shop}]'
VPC=$(aws ec2 create-vpc --cidr-block 10.2.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-payroll}]' --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.2.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-payroll}]'
VPC=$(aws ec2 create-vpc --cidr-block 10.3.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-mail}]' --query Vpc.VpcId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.3.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-mail}]'
VPC=$(aws ec2 create-vpc --cidr-block 10.9.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-old}]' --query Vpc.VpcId --output text)
FRONT=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.9.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-old-a}]' --query Subnet.SubnetId --output text)
BACK=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.9.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-old-b}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-old}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
TABLE=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$VPC --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
WEB=$(aws ec2 create-security-group --group-name old-web --description 'Web servers' --vpc-id $VPC --query GroupId --output text)
DB=$(aws ec2 create-security-group --group-name old-db --description 'Databases' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 8080 --source-group $DB
aws ec2 authorize-security-group-ingress --group-id $DB --protocol tcp --port 5432 --source-group $WEB
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_OLD=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $FRONT --private-ip-address 10.9.1.10 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-old}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_OLD
ENI=$(aws ec2 create-network-interface --subnet-id $BACK --private-ip-address 10.9.2.10 --groups $WEB \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-old}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_OLD --device-index 1
ADDRESS=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-old}]' --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $ENI
