# A service interface whose server is gone, and the next server in another zone.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-app}]' --query Vpc.VpcId --output text)
SUBNET_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-a}]' --query Subnet.SubnetId --output text)
SUBNET_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-b}]' --query Subnet.SubnetId --output text)
HOSTS_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.11.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=hosts-a}]' --query Subnet.SubnetId --output text)
HOSTS_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.12.0/24 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=hosts-b}]' --query Subnet.SubnetId --output text)
GROUP=$(aws ec2 create-security-group --group-name service --description 'Who may open the service' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 8080 --cidr 10.0.0.0/16
CLIENTS=$(aws ec2 create-security-group --group-name clients --description 'Who uses the service' --vpc-id $VPC \
  --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS_A --private-ip-address 10.0.11.10 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' --query 'Instances[0].InstanceId' --output text)
APP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS_B --private-ip-address 10.0.12.10 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-2}]' --query 'Instances[0].InstanceId' --output text)
CLIENT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $HOSTS_B --private-ip-address 10.0.12.20 \
  --security-group-ids $CLIENTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=client-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $APP_1 $APP_2 $CLIENT_1

# What app-1 leaves behind.
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET_A --private-ip-address 10.0.1.50 --groups $GROUP \
  --description 'The address that clients of the service know' \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=service-a}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $APP_1 --device-index 1
aws ec2 terminate-instances --instance-ids $APP_1
aws ec2 wait instance-terminated --instance-ids $APP_1
aws ec2 wait network-interface-available --network-interface-ids $ENI
