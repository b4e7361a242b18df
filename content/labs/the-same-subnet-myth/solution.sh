VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=admin-a --query 'Subnets[0].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)

# A door of its own.
ADMIN=$(aws ec2 create-security-group --group-name admin --description 'ssh from the admin network' --vpc-id $VPC --query GroupId --output text)
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 10.0.2.0/24

# A second interface: the same zone, another subnet.
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $ADMIN --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=web-1-admin}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1
aws ec2 describe-instances --instance-ids $WEB_1 \
  --query 'Reservations[0].Instances[0].NetworkInterfaces[].[SubnetId,Groups[0].GroupName,PrivateIpAddress]'

# The front door is for customers.
aws ec2 revoke-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 0.0.0.0/0
