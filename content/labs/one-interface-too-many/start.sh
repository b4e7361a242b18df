# A small server, two loose interfaces that it is to have, and the host that will administer it.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-depot}]' --query Vpc.VpcId --output text)
FRONT=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-front}]' --query Subnet.SubnetId --output text)
DATA=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-data}]' --query Subnet.SubnetId --output text)
ADMIN=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-admin}]' --query Subnet.SubnetId --output text)
GROUP_FRONT=$(aws ec2 create-security-group --group-name front --description 'http for everybody in the VPC' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP_FRONT --protocol tcp --port 80 --cidr 10.0.0.0/16
GROUP_ADMIN=$(aws ec2 create-security-group --group-name admin --description 'ssh from subnet-admin' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP_ADMIN --protocol tcp --port 22 --cidr 10.0.3.0/24
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t2.micro --subnet-id $FRONT --private-ip-address 10.0.1.10 \
  --security-group-ids $GROUP_FRONT --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
OPS_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $ADMIN --private-ip-address 10.0.3.20 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ops-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 create-network-interface --subnet-id $DATA --private-ip-address 10.0.2.10 \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-data}]'
aws ec2 create-network-interface --subnet-id $ADMIN --private-ip-address 10.0.3.10 --groups $GROUP_ADMIN \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-admin}]'
aws ec2 wait instance-running --instance-ids $APP_1 $OPS_1
