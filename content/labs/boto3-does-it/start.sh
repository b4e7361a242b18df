# Five workers that need a card in the database's subnet, what yesterday's run has left half done, and one worker too many.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-fleet}]' --query Vpc.VpcId --output text)
WORK=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=work-a}]' --query Subnet.SubnetId --output text)
DATA=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=data-a}]' --query Subnet.SubnetId --output text)
OLD_DATA=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.8.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=old-data-a}]' --query Subnet.SubnetId --output text)
WORKERS=$(aws ec2 create-security-group --group-name workers --description 'What a worker has anyway' --vpc-id $VPC \
  --query GroupId --output text)
CLIENTS=$(aws ec2 create-security-group --group-name db-clients --description 'Cards that may ask the database' --vpc-id $VPC \
  --query GroupId --output text)
DB=$(aws ec2 create-security-group --group-name db --description 'The database' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $DB --protocol tcp --port 5432 --source-group $CLIENTS
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
DB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $DATA --private-ip-address 10.0.9.20 \
  --security-group-ids $DB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-1}]' \
  --query 'Instances[0].InstanceId' --output text)
for NAME in worker-1 worker-2 worker-3 worker-4 worker-5 worker-old batch-1; do aws ec2 run-instances --image-id $AMI \
  --instance-type t3.small --subnet-id $WORK --security-group-ids $WORKERS \
  --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=$NAME}]"; done
ALL=$(aws ec2 describe-instances --filters Name=subnet-id,Values=$WORK --query 'Reservations[].Instances[].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $DB_1 $ALL

# Yesterday's run: worker-1 has its card, and the card of worker-2 was made and not attached.
WORKER_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=worker-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
FIRST=$(aws ec2 create-network-interface --subnet-id $DATA --groups $CLIENTS \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=worker-1-data}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
SECOND=$(aws ec2 create-network-interface --subnet-id $DATA --groups $CLIENTS \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=worker-2-data}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $FIRST $SECOND
aws ec2 attach-network-interface --network-interface-id $FIRST --instance-id $WORKER_1 --device-index 1

# The one that is to go has a card of its own, in a subnet that leads nowhere any more.
WORKER_OLD=$(aws ec2 describe-instances --filters Name=tag:Name,Values=worker-old --query 'Reservations[0].Instances[0].InstanceId' --output text)
OLD=$(aws ec2 create-network-interface --subnet-id $OLD_DATA --groups $WORKERS \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=worker-old-data}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $OLD
aws ec2 attach-network-interface --network-interface-id $OLD --instance-id $WORKER_OLD --device-index 1
sleep 5
