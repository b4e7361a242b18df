# fails: ssh-by-the-back neighbours-kept-out
# instead of the solution
# Names no group: the VPC's default group lets in only its own members.
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=admin-a --query 'Subnets[0].SubnetId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=web-1-admin}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1
aws ec2 describe-instances --instance-ids $WEB_1 \
  --query 'Reservations[0].Instances[0].NetworkInterfaces[].[SubnetId,Groups[0].GroupName,PrivateIpAddress]'
aws ec2 revoke-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 0.0.0.0/0
