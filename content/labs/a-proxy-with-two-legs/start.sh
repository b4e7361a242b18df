# A proxy with one leg before a private server, and what was set up in a hurry.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
PUBLIC=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=public-a}]' --query Subnet.SubnetId --output text)
PRIVATE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=private-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-public}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $PUBLIC
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
BEHIND=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-private}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $BEHIND --subnet-id $PRIVATE
FRONT=$(aws ec2 create-security-group --group-name front --description 'The public leg of the proxy' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $FRONT --protocol tcp --port 80 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $FRONT --protocol tcp --port 3128 --cidr 0.0.0.0/0
APP=$(aws ec2 create-security-group --group-name app --description 'Who may ask app-1' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $APP --protocol tcp --port 8080 --cidr 10.0.0.0/24
HOSTS=$(aws ec2 create-security-group --group-name hosts --description 'Lets nothing in' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
PROXY_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $PUBLIC --private-ip-address 10.0.0.10 \
  --security-group-ids $FRONT --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=proxy-1}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PUBLIC --private-ip-address 10.0.0.30 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $PRIVATE --private-ip-address 10.0.1.20 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $PROXY_1 $BATCH_1 $APP_1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $PROXY_1
ETH0=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.0.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --no-source-dest-check
