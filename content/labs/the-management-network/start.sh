# A web server that is administered through its public door, an admin network, and a VPN to the office.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
PUBLIC=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=public-a}]' --query Subnet.SubnetId --output text)
ADMIN=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=admin-a}]' --query Subnet.SubnetId --output text)
IGW=$(aws ec2 create-internet-gateway \
  --tag-specifications 'ResourceType=internet-gateway,Tags=[{Key=Name,Value=igw-shop}]' \
  --query InternetGateway.InternetGatewayId --output text)
aws ec2 attach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC
OUT=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-public}]' --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $OUT --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 associate-route-table --route-table-id $OUT --subnet-id $PUBLIC
BEHIND=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-admin}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $BEHIND --subnet-id $ADMIN
WEB=$(aws ec2 create-security-group --group-name web --description 'http and ssh' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 80 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 0.0.0.0/0
HOSTS=$(aws ec2 create-security-group --group-name hosts --description 'Lets nothing in' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
WEB_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $PUBLIC --private-ip-address 10.0.1.10 \
  --security-group-ids $WEB --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web-1}]' \
  --query 'Instances[0].InstanceId' --output text)
SHOP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $PUBLIC --private-ip-address 10.0.1.20 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=shop-1}]' \
  --query 'Instances[0].InstanceId' --output text)
OPS_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $ADMIN --private-ip-address 10.0.9.5 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=ops-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $WEB_1 $SHOP_1 $OPS_1
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $WEB_1

# What the network people built last week.
CGW=$(aws ec2 create-customer-gateway --type ipsec.1 --ip-address 203.0.113.12 --bgp-asn 65000 \
  --tag-specifications 'ResourceType=customer-gateway,Tags=[{Key=Name,Value=cgw-office}]' \
  --query CustomerGateway.CustomerGatewayId --output text)
VGW=$(aws ec2 create-vpn-gateway --type ipsec.1 \
  --tag-specifications 'ResourceType=vpn-gateway,Tags=[{Key=Name,Value=vgw-office}]' --query VpnGateway.VpnGatewayId --output text)
aws ec2 attach-vpn-gateway --vpn-gateway-id $VGW --vpc-id $VPC
VPN=$(aws ec2 create-vpn-connection --type ipsec.1 --customer-gateway-id $CGW --vpn-gateway-id $VGW --options StaticRoutesOnly=true \
  --tag-specifications 'ResourceType=vpn-connection,Tags=[{Key=Name,Value=vpn-office}]' \
  --query VpnConnection.VpnConnectionId --output text)
aws ec2 wait vpn-connection-available --vpn-connection-ids $VPN
aws ec2 create-vpn-connection-route --vpn-connection-id $VPN --destination-cidr-block 192.168.0.0/16
sleep 10
