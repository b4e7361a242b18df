# Two web servers, a worker, a monitor and the administrators' host; then somebody adds a group to web-1.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
SUBNET=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-a}]' --query Subnet.SubnetId --output text)
INSIDE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=subnet-inside}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
TABLE=$(aws ec2 describe-route-tables --filters Name=vpc-id,Values=$VPC --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
WEB=$(aws ec2 create-security-group --group-name web --description 'http from anywhere' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 80 --cidr 0.0.0.0/0
ADMIN=$(aws ec2 create-security-group --group-name admin --description 'ssh from ops-1' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 10.0.2.50/32
MONITORING=$(aws ec2 create-security-group --group-name monitoring --description 'Figures for monitor-1' --vpc-id $VPC \
  --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $MONITORING --protocol tcp --port 9100 --cidr 10.0.1.60/32
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.10 \
  --security-group-ids $WEB $ADMIN --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' \
  --query 'Instances[0].InstanceId' --output text)
WEB_2=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.11 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-2}]' \
  --query 'Instances[0].InstanceId' --output text)
BATCH_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SUBNET --private-ip-address 10.0.1.30 \
  --security-group-ids $MONITORING --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=batch-1}]' \
  --query 'Instances[0].InstanceId' --output text)
MONITOR_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $SUBNET --private-ip-address 10.0.1.60 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=monitor-1}]' --query 'Instances[0].InstanceId' --output text)
OPS_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $INSIDE --private-ip-address 10.0.2.50 \
  --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ops-1}]' --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1 $WEB_2 $BATCH_1 $MONITOR_1 $OPS_1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_2
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $BATCH_1
ENI=$(aws ec2 create-network-interface --subnet-id $INSIDE --private-ip-address 10.0.2.11 --groups $ADMIN \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=eni-web-2-admin}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_2 --device-index 1

# 09:58
ENI=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --groups $MONITORING
