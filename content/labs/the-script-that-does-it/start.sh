# Three services, each with a card of its own, in pairs of servers; no two pairs are alike.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-office}]' --query Vpc.VpcId --output text)
HOSTS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=hosts-a}]' --query Subnet.SubnetId --output text)
SERVICE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=service-a}]' --query Subnet.SubnetId --output text)
ADMIN=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=admin-a}]' --query Subnet.SubnetId --output text)
OPEN=$(aws ec2 create-security-group --group-name service --description 'Everything from the VPC' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $OPEN --protocol all --cidr 10.0.0.0/16
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
for NAME in shop-1 shop-2 mail-1 mail-2 data-1 data-2 client-1; do aws ec2 run-instances --image-id $AMI --instance-type t3.small \
  --subnet-id $HOSTS --tag-specifications "ResourceType=instance,Tags=[{Key=Name,Value=$NAME}]"; done
ALL=$(aws ec2 describe-instances --filters Name=subnet-id,Values=$HOSTS --query 'Reservations[].Instances[].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $ALL

# name of the card, subnet, address, server, device index
for CARD in "shop-card $SERVICE 10.0.2.50 shop-1 1" "mail-card $SERVICE 10.0.2.60 mail-1 1" "data-admin-1 $ADMIN 10.0.9.10 data-1 1" \
  "data-card $SERVICE 10.0.2.70 data-1 2" "data-admin-2 $ADMIN 10.0.9.20 data-2 1"; do set -- $CARD; \
  ENI=$(aws ec2 create-network-interface --subnet-id $2 --private-ip-address $3 --groups $OPEN \
  --tag-specifications "ResourceType=network-interface,Tags=[{Key=Name,Value=$1}]" --query NetworkInterface.NetworkInterfaceId --output text); \
  TO=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$4 --query 'Reservations[0].Instances[0].InstanceId' --output text); \
  aws ec2 wait network-interface-available --network-interface-ids $ENI; \
  aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $TO --device-index $5; done
sleep 5

# One of them fails.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 stop-instances --instance-ids $SHOP_1
aws ec2 wait instance-stopped --instance-ids $SHOP_1
