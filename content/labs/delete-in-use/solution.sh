VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-old --query 'Vpcs[0].VpcId' --output text)
WEB_OLD=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-old --query 'Reservations[0].Instances[0].InstanceId' --output text)
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-old --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ADDRESS=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-old --query 'Addresses[0].AllocationId' --output text)
ASSOCIATION=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-old --query 'Addresses[0].AssociationId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-old --query 'InternetGateways[0].InternetGatewayId' --output text)
FRONT=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-old-a --query 'Subnets[0].SubnetId' --output text)
BACK=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-old-b --query 'Subnets[0].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=old-web --query 'SecurityGroups[0].GroupId' --output text)
DB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=old-db --query 'SecurityGroups[0].GroupId' --output text)

# In use, all three.
! aws ec2 delete-vpc --vpc-id $VPC
! aws ec2 delete-network-interface --network-interface-id $ENI
! aws ec2 release-address --allocation-id $ADDRESS

# From the inside out: the Elastic IP, then the gateway.
aws ec2 disassociate-address --association-id $ASSOCIATION
aws ec2 release-address --allocation-id $ADDRESS
aws ec2 detach-internet-gateway --internet-gateway-id $IGW --vpc-id $VPC

# The end of the instance takes one interface away and leaves the other.
aws ec2 terminate-instances --instance-ids $WEB_OLD
aws ec2 wait instance-terminated --instance-ids $WEB_OLD
aws ec2 delete-network-interface --network-interface-id $ENI
aws ec2 delete-subnet --subnet-id $FRONT
aws ec2 delete-subnet --subnet-id $BACK

# Two groups that name each other; then nothing is left that would not go by itself.
aws ec2 revoke-security-group-ingress --group-id $WEB --protocol tcp --port 8080 --source-group $DB
aws ec2 delete-security-group --group-id $DB
aws ec2 delete-security-group --group-id $WEB
aws ec2 delete-vpc --vpc-id $VPC

aws ec2 create-vpc --cidr-block 10.10.0.0/16 --tag-specifications 'ResourceType=vpc,Tags=[{Key=Name,Value=vpc-new}]'
