# A database server that has failed, with the card that clients know, and its standby in the same zone.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-data}]' --query Vpc.VpcId --output text)
HOSTS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=hosts-a}]' --query Subnet.SubnetId --output text)
SERVICE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=service-a}]' --query Subnet.SubnetId --output text)
GROUP=$(aws ec2 create-security-group --group-name database --description 'Who may ask the database' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 5432 --cidr 10.0.0.0/16
ADMIN=$(aws ec2 create-security-group --group-name hosts --description 'ssh from the VPC' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 10.0.0.0/16
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
DB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS --private-ip-address 10.0.1.10 \
  --security-group-ids $ADMIN --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-1}]' \
  --query 'Instances[0].InstanceId' --output text)
DB_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS --private-ip-address 10.0.1.11 \
  --security-group-ids $ADMIN --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-2}]' \
  --query 'Instances[0].InstanceId' --output text)
CLIENT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $HOSTS --private-ip-address 10.0.1.20 \
  --security-group-ids $ADMIN --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=client-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $DB_1 $DB_2 $CLIENT_1
CARD=$(aws ec2 create-network-interface --subnet-id $SERVICE --private-ip-address 10.0.2.50 --groups $GROUP \
  --description 'The address that clients of the database know' \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=card-db}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $DB_1 --device-index 1
sleep 5

# It fails.
aws ec2 stop-instances --instance-ids $DB_1
aws ec2 wait instance-stopped --instance-ids $DB_1
