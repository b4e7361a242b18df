# Two bastions in a public subnet, and private servers that let nobody in yet.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-app}]' --query Vpc.VpcId --output text)
PUBLIC=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=public-a}]' --query Subnet.SubnetId --output text)
PRIVATE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=private-a}]' --query Subnet.SubnetId --output text)
DATA=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=data-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-app}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-public}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $PUBLIC
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
BASTION=$(aws ec2 create-security-group --group-name bastion --description 'ssh from the office' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $BASTION --protocol tcp --port 22 --cidr 203.0.113.0/24
INSIDE=$(aws ec2 create-security-group --group-name inside --description 'Legs of bastions in private subnets' --vpc-id $VPC --query GroupId --output text)
APP=$(aws ec2 create-security-group --group-name app --description 'Who may administer app-1' --vpc-id $VPC --query GroupId --output text)
VAULT=$(aws ec2 create-security-group --group-name vault --description 'Who may administer vault-1' --vpc-id $VPC --query GroupId --output text)
DB=$(aws ec2 create-security-group --group-name db --description 'Who may administer db-1' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
BASTION_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PUBLIC --private-ip-address 10.0.0.10 \
  --security-group-ids $BASTION --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=bastion-1}]' \
  --query 'Instances[0].InstanceId' --output text)
BASTION_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PUBLIC --private-ip-address 10.0.0.20 \
  --security-group-ids $BASTION --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=bastion-2}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PRIVATE --private-ip-address 10.0.1.20 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
VAULT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PRIVATE --private-ip-address 10.0.1.30 \
  --security-group-ids $VAULT --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=vault-1}]' \
  --query 'Instances[0].InstanceId' --output text)
DB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $DATA --private-ip-address 10.0.2.20 \
  --security-group-ids $DB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $BASTION_1 $BASTION_2 $APP_1 $VAULT_1 $DB_1
FIRST=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $FIRST --instance-id $BASTION_1
SECOND=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $SECOND --instance-id $BASTION_2
