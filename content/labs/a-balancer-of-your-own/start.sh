# Two balancers of one's own: one had the card that customers know, and has failed.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
SERVICE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=front-a}]' --query Subnet.SubnetId --output text)
HOSTS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=hosts-a}]' --query Subnet.SubnetId --output text)
APP_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-a}]' --query Subnet.SubnetId --output text)
APP_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-b}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-front}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $SERVICE
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
FRONT=$(aws ec2 create-security-group --group-name front --description 'The card that customers know' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $FRONT --protocol tcp --port 80 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $FRONT --protocol tcp --port 8443 --cidr 0.0.0.0/0
BALANCERS=$(aws ec2 create-security-group --group-name balancers --description 'First cards of the balancers' --vpc-id $VPC --query GroupId --output text)
OTHERS=$(aws ec2 create-security-group --group-name hosts --description 'Lets nothing in' --vpc-id $VPC --query GroupId --output text)
APP=$(aws ec2 create-security-group --group-name app --description 'Who may ask the targets' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.11/32
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
LB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS --private-ip-address 10.0.0.11 \
  --security-group-ids $BALANCERS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=lb-1}]' \
  --query 'Instances[0].InstanceId' --output text)
LB_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $HOSTS --private-ip-address 10.0.0.12 \
  --security-group-ids $BALANCERS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=lb-2}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $HOSTS --private-ip-address 10.0.0.30 \
  --security-group-ids $OTHERS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $APP_A --private-ip-address 10.0.1.20 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $APP_B --private-ip-address 10.0.2.20 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-2}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $LB_1 $LB_2 $BATCH_1 $APP_1 $APP_2
CARD=$(aws ec2 create-network-interface --subnet-id $SERVICE --private-ip-address 10.0.3.100 --groups $FRONT \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=lb-front}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $LB_1 --device-index 1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $CARD
sleep 5

# It fails.
aws ec2 stop-instances --instance-ids $LB_1
aws ec2 wait instance-stopped --instance-ids $LB_1
