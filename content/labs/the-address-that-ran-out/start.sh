# A /28 with eight addresses in use. The interfaces of two services, at 10.0.1.12 and 10.0.1.14, are placed afterwards.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/28 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-app}]' --query Subnet.SubnetId --output text)
DATA=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-data}]' --query Subnet.SubnetId --output text)
GROUP=$(aws ec2 create-security-group --group-name app --description 'http inside subnet-app' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 10.0.1.0/28
REPORT=$(aws ec2 create-security-group --group-name report --description 'tcp 5432 from subnet-app' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $REPORT --protocol tcp --port 5432 --cidr 10.0.1.0/28
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.4 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.5 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-2}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_3=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.9 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-3}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.13 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
REPORT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $DATA --private-ip-address 10.0.2.10 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=report-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $APP_1 $APP_2 $APP_3 $BATCH $REPORT_1
aws ec2 stop-instances --instance-ids $BATCH
aws ec2 wait instance-stopped --instance-ids $BATCH
aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.7 --groups $GROUP \
  --description 'Takes over for a server that fails' \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-standby}]'
ENI=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$APP_1 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.6

# And three that nobody uses any more.
aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.8 --groups $GROUP \
  --description 'Second interface of worker-1' \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-worker-1}]'
aws ec2 create-network-interface --subnet-id $SUBNET --private-ip-address 10.0.1.10 --groups $GROUP \
  --description 'Second interface of worker-2' \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-worker-2}]'
ENI=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$APP_2 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.11
