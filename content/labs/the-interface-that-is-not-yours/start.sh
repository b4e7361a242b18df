# A NAT gateway that has drawn the address of the old gate, and the new gate, which does not have it.
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
RTB_PUBLIC=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-public}]' --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $RTB_PUBLIC --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 associate-route-table --route-table-id $RTB_PUBLIC --subnet-id $PUBLIC
RTB_PRIVATE=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-private}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $RTB_PRIVATE --subnet-id $PRIVATE
GATE=$(aws ec2 create-security-group --group-name gate --description 'Who may open the gate' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GATE --protocol tcp --port 8443 --cidr 10.0.0.0/16
APP=$(aws ec2 create-security-group --group-name app --description 'The shop' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
GATE_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $PUBLIC --private-ip-address 10.0.0.10 \
  --security-group-ids $GATE --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=gate-1}]' \
  --query 'Instances[0].InstanceId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PRIVATE --private-ip-address 10.0.1.10 \
  --security-group-ids $APP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
EIP=$(aws ec2 allocate-address --domain vpc \
  --tag-specifications 'ResourceType=elastic-ip,Tags=[{Key=Name,Value=eip-out}]' --query AllocationId --output text)
NAT=$(aws ec2 create-nat-gateway --subnet-id $PUBLIC --allocation-id $EIP --private-ip-address 10.0.0.50 \
  --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT
aws ec2 create-route --route-table-id $RTB_PRIVATE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT
aws ec2 wait instance-running --instance-ids $GATE_1 $APP_1
