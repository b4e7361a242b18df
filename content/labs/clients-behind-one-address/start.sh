# A server with an admin door, a wiki, and a subnet by which clients of two VPN endpoints enter.
VPC=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 \
  --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-office}]' --query Vpc.VpcId --output text)
ENTRY=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.0.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=entry-a}]' --query Subnet.SubnetId --output text)
APP=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.1.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=app-a}]' --query Subnet.SubnetId --output text)
ADMIN=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.9.0/24 --availability-zone us-east-1a \
  --tag-specifications 'ResourceType=subnet,Tags=[{Key=Name,Value=admin-a}]' --query Subnet.SubnetId --output text)
STAFF=$(aws ec2 create-security-group --group-name vpn-staff --description 'Interface of the Client VPN endpoint staff' --vpc-id $VPC --query GroupId --output text)
GUESTS=$(aws ec2 create-security-group --group-name vpn-guests --description 'Interface of the Client VPN endpoint guests' --vpc-id $VPC --query GroupId --output text)
HOSTS=$(aws ec2 create-security-group --group-name hosts --description 'Lets nothing in' --vpc-id $VPC --query GroupId --output text)
WIKI=$(aws ec2 create-security-group --group-name wiki --description 'http from the VPC' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $WIKI --protocol tcp --port 80 --cidr 10.0.0.0/16
DOOR=$(aws ec2 create-security-group --group-name admin-door --description 'ssh for administrators' --vpc-id $VPC --query GroupId --output text)
AMI=$(aws ec2 describe-images --owners amazon --filters 'Name=name,Values=al2023-ami-*' Name=architecture,Values=x86_64 \
  --query 'Images[0].ImageId' --output text)
APP_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.small --subnet-id $APP --private-ip-address 10.0.1.10 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=app-1}]' \
  --query 'Instances[0].InstanceId' --output text)
WIKI_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $APP --private-ip-address 10.0.1.30 \
  --security-group-ids $WIKI --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=wiki-1}]' \
  --query 'Instances[0].InstanceId' --output text)
PRINTER_1=$(aws ec2 run-instances --image-id $AMI --instance-type t3.micro --subnet-id $ENTRY --private-ip-address 10.0.0.20 \
  --security-group-ids $HOSTS --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=printer-1}]' \
  --query 'Instances[0].InstanceId' --output text)
aws ec2 wait instance-running --instance-ids $APP_1 $WIKI_1 $PRINTER_1
CARD=$(aws ec2 create-network-interface --subnet-id $ADMIN --private-ip-address 10.0.9.10 --groups $DOOR \
  --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=app-1-admin}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $CARD
aws ec2 attach-network-interface --network-interface-id $CARD --instance-id $APP_1 --device-index 1
sleep 5

# Two rules, both for the addresses that the laptops have.
aws ec2 authorize-security-group-ingress --group-id $DOOR --protocol tcp --port 22 --cidr 10.250.0.0/16
ACL=$(aws ec2 create-network-acl --vpc-id $VPC \
  --tag-specifications 'ResourceType=network-acl,Tags=[{Key=Name,Value=acl-admin}]' --query NetworkAcl.NetworkAclId --output text)
aws ec2 create-network-acl-entry --network-acl-id $ACL --ingress --rule-number 100 --protocol tcp --port-range From=22,To=22 \
  --cidr-block 10.250.0.0/16 --rule-action allow
aws ec2 create-network-acl-entry --network-acl-id $ACL --egress --rule-number 100 --protocol=-1 --cidr-block 0.0.0.0/0 --rule-action allow
OLD=$(aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=$ADMIN \
  --query "NetworkAcls[0].Associations[?SubnetId=='$ADMIN'].NetworkAclAssociationId" --output text)
aws ec2 replace-network-acl-association --association-id $OLD --network-acl-id $ACL
