# Three tiers in three subnets, a stranger beside two of them, and groups that let nobody in.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
WEB_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=web-a}]' --query Subnet.SubnetId --output text)
APP_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-a}]' --query Subnet.SubnetId --output text)
DB_A=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=db-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-web}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $WEB_A
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
WEB=$(aws ec2 create-security-group --group-name web --description 'The web tier' --vpc-id $VPC --query GroupId --output text)
MONITOR=$(aws ec2 create-security-group --group-name monitor --description 'Who watches' --vpc-id $VPC --query GroupId --output text)
APP=$(aws ec2 create-security-group --group-name app --description 'The application tier' --vpc-id $VPC --query GroupId --output text)
BATCH=$(aws ec2 create-security-group --group-name batch --description 'Work at night' --vpc-id $VPC --query GroupId --output text)
DB=$(aws ec2 create-security-group --group-name db --description 'The database tier' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $WEB_A --private-ip-address 10.0.1.10 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' \
  --query 'Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $WEB_A --private-ip-address 10.0.1.11 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-2}]' \
  --query 'Instances[0].InstanceId' --output text)
MONITOR_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $WEB_A --private-ip-address 10.0.1.20 \
  --security-group-ids $MONITOR --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=monitor-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP_A --private-ip-address 10.0.2.10 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP_A --private-ip-address 10.0.2.20 \
  --security-group-ids $BATCH --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
DB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $DB_A --private-ip-address 10.0.3.10 \
  --security-group-ids $DB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=db-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1 $WEB_2 $MONITOR_1 $APP_1 $BATCH_1 $DB_1
FIRST=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $FIRST --instance-id $WEB_1
SECOND=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $SECOND --instance-id $WEB_2
