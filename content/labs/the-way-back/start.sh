# A shop with two cards in one subnet, and a firewall that sees one direction only.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-shop}]' --query Vpc.VpcId --output text)
SHOP=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=shop-a}]' --query Subnet.SubnetId --output text)
REPORTS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=reports-a}]' --query Subnet.SubnetId --output text)
TILLS=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.3.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=tills-a}]' --query Subnet.SubnetId --output text)
MIDDLE=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=middle-a}]' --query Subnet.SubnetId --output text)
OF_SHOP=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-shop}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OF_SHOP --subnet-id $SHOP
OF_REPORTS=$(aws ec2 create-route-table --vpc-id $VPC \
  --tag-specifications 'ResourceType=route-table,Tags=[{Key=Name,Value=rtb-reports}]' --query RouteTable.RouteTableId --output text)
aws ec2 associate-route-table --route-table-id $OF_REPORTS --subnet-id $REPORTS
GROUP=$(aws ec2 create-security-group --group-name shop --description 'http and ssh in, https out' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 10.0.0.0/16
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 22 --cidr 10.0.0.0/16
aws ec2 revoke-security-group-egress --group-id $GROUP --protocol all --cidr 0.0.0.0/0
aws ec2 authorize-security-group-egress --group-id $GROUP --protocol tcp --port 443 --cidr 0.0.0.0/0
CLIENTS=$(aws ec2 create-security-group --group-name clients --description 'The agent on port 50000, from the VPC' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $CLIENTS --protocol tcp --port 50000 --cidr 10.0.0.0/16
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
SHOP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $SHOP --private-ip-address 10.0.1.10 \
  --security-group-ids $GROUP --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=shop-1}]' \
  --query 'Instances[0].InstanceId' --output text)
REPORT_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $REPORTS --private-ip-address 10.0.2.10 \
  --security-group-ids $CLIENTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=report-1}]' \
  --query 'Instances[0].InstanceId' --output text)
TILL_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $TILLS --private-ip-address 10.0.3.10 \
  --security-group-ids $CLIENTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=till-1}]' \
  --query 'Instances[0].InstanceId' --output text)

# The first change of last week: a second address, on a card of its own.
SECOND=$(aws ec2 create-network-interface --subnet-id $SHOP --private-ip-address 10.0.1.11 --groups $GROUP \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=shop-1-second}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $SECOND
aws ec2 wait instance-running --instance-ids $SHOP_1 $REPORT_1 $TILL_1
aws ec2 attach-network-interface --network-interface-id $SECOND --instance-id $SHOP_1 --device-index 1

# The second one: a firewall between the reports and the shop.
FW=$(aws ec2 create-security-group --group-name fw --description 'What fw-1 lets through' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $FW --protocol tcp --port 80 --cidr 10.0.2.0/24
FW_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $MIDDLE --private-ip-address 10.0.9.10 \
  --security-group-ids $FW --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=fw-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $FW_1
aws ec2 modify-instance-attribute --instance-id $FW_1 --no-source-dest-check
aws ec2 create-route --route-table-id $OF_SHOP --destination-cidr-block 10.0.2.0/24 --instance-id $FW_1
sleep 10
