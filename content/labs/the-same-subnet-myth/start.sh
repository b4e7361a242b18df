# A web server that is administered through its front door, and an admin network beside it.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
FRONT=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=front-a}]' --query Subnet.SubnetId --output text)
ADMIN_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=admin-a}]' --query Subnet.SubnetId --output text)
ADMIN_B=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1b \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=admin-b}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
TABLE=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=front}]' --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 associate-route-table --route-table-id $TABLE --subnet-id $FRONT
WEB=$(aws ec2 create-security-group --group-name web --description 'http and ssh' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 80 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 0.0.0.0/0
HOSTS=$(aws ec2 create-security-group --group-name hosts --description 'Lets nothing in' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $FRONT --private-ip-address 10.0.1.10 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $FRONT --private-ip-address 10.0.1.20 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
OPS_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $ADMIN_A --private-ip-address 10.0.2.10 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ops-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1 $BATCH_1 $OPS_1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1
