# Two zones with a NAT gateway each, and a proxy for one partner.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
PUBLIC_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/25 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=public-a}]' --query Subnet.SubnetId --output text)
PUBLIC_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.128/25 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=public-b}]' --query Subnet.SubnetId --output text)
APP_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-a}]' --query Subnet.SubnetId --output text)
APP_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-b}]' --query Subnet.SubnetId --output text)
DB_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=db-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-public}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $PUBLIC_A
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $PUBLIC_B
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
OF_A=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-app-a}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OF_A --subnet-id $APP_A
OF_B=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-app-b}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OF_B --subnet-id $APP_B
EIP_A=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-a}]' --query AllocationId --output text)
EIP_B=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-b}]' --query AllocationId --output text)
NAT_A=$(aws ec2 create-nat-gateway --subnet-id $PUBLIC_A --allocation-id $EIP_A \
  --tag-specifications 'ResourceType=natgateway,Tags=[{Key=Name,Value=nat-a}]' --query NatGateway.NatGatewayId --output text)
NAT_B=$(aws ec2 create-nat-gateway --subnet-id $PUBLIC_B --allocation-id $EIP_B \
  --tag-specifications 'ResourceType=natgateway,Tags=[{Key=Name,Value=nat-b}]' --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT_A $NAT_B
aws ec2 create-route --route-table-id $OF_A --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_A
aws ec2 create-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_B
APP=$(aws ec2 create-security-group --group-name app --description 'Who may open the application' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 0.0.0.0/0
DB=$(aws ec2 create-security-group --group-name db --description 'Who may open the database' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $DB --protocol tcp --port 5432 --source-group $APP
PROXY=$(aws ec2 create-security-group --group-name proxy --description 'What the proxy takes' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $PROXY --protocol tcp --port 443 --cidr 10.0.0.0/16
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP_A --private-ip-address 10.0.1.10 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP_B --private-ip-address 10.0.2.10 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-2}]' \
  --query 'Instances[0].InstanceId' --output text)
DB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $DB_A --private-ip-address 10.0.3.10 \
  --security-group-ids $DB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-1}]' \
  --query 'Instances[0].InstanceId' --output text)
PROXY_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PUBLIC_A --private-ip-address 10.0.0.20 \
  --security-group-ids $PROXY --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=proxy-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $APP_1 $APP_2 $DB_1 $PROXY_1
aws ec2 modify-instance-attribute --instance-id $PROXY_1 --no-source-dest-check
aws ec2 create-route --route-table-id $OF_A --destination-cidr-block 198.51.100.0/24 --instance-id $PROXY_1
aws ec2 create-route --route-table-id $OF_B --destination-cidr-block 198.51.100.0/24 --instance-id $PROXY_1

# Last night's cleaning.
aws ec2 terminate-instances --instance-ids $PROXY_1
aws ec2 delete-nat-gateway --nat-gateway-id $NAT_B
aws ec2 wait instance-terminated --instance-ids $PROXY_1
aws ec2 wait nat-gateway-deleted --nat-gateway-ids $NAT_B
