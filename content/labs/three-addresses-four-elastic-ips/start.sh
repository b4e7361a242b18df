# Three shops on one server, each behind an Elastic IP; a fourth Elastic IP, and a second server.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shops}]' --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shops}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
TABLE=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$VPC --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
GROUP=$(aws ec2 create-security-group --group-name web --description 'http from anywhere' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 0.0.0.0/0
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
SHOP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.10 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=shop-1}]' \
  'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-shop-1}]' --query 'Instances[0].InstanceId' --output text)
SHOP_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.20 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=shop-2}]' \
  'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-shop-2}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $SHOP_1 $SHOP_2
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-shop-1 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.11 10.0.1.12
RED=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-red}]' --query AllocationId --output text)
GREEN=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-green}]' --query AllocationId --output text)
BLUE=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-blue}]' --query AllocationId --output text)
aws ec2 allocate-address --domain vpc --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-yellow}]'
aws ec2 associate-address --allocation-id $RED --network-interface-id $ENI --private-ip-address 10.0.1.10
aws ec2 associate-address --allocation-id $GREEN --network-interface-id $ENI --private-ip-address 10.0.1.11
aws ec2 associate-address --allocation-id $BLUE --network-interface-id $ENI --private-ip-address 10.0.1.12
