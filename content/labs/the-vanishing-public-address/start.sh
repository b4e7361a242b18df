# Four web servers: three with an auto-assigned public address, and one without.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-web}]' --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-a}]' --query Subnet.SubnetId --output text)
aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-inside}]'
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-web}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
TABLE=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$VPC --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
GROUP=$(aws ec2 create-security-group --group-name web --description 'http from anywhere' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 0.0.0.0/0
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.10 \
  --security-group-ids $GROUP --associate-public-ip-address \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' --query 'Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.11 \
  --security-group-ids $GROUP --associate-public-ip-address \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-2}]' --query 'Instances[0].InstanceId' --output text)
WEB_3=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.12 \
  --security-group-ids $GROUP --associate-public-ip-address \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-3}]' --query 'Instances[0].InstanceId' --output text)
WEB_4=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.13 \
  --security-group-ids $GROUP --no-associate-public-ip-address \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-4}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1 $WEB_2 $WEB_3 $WEB_4
