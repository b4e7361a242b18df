# fails: from-the-office no-internet-behind
# instead of the solution
# The VPN is up and the group is open; the answer does not know where the office is.
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=admin-a --query 'Subnets[0].SubnetId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-admin --query 'RouteTables[0].RouteTableId' --output text)
VGW=$(aws ec2 describe-vpn-gateways --filters Name=tag:Name,Values=vgw-office --query 'VpnGateways[0].VpnGatewayId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
ADMIN=$(aws ec2 create-security-group --group-name admin --description 'ssh for administrators' --vpc-id $VPC --query GroupId --output text)
ENI=$(aws ec2 create-network-interface --subnet-id $SUBNET --groups $ADMIN --tag-specifications 'ResourceType=network-interface,Tags=[{Key=Name,Value=web-1-admin}]' \
  --query NetworkInterface.NetworkInterfaceId --output text)
aws ec2 wait network-interface-available --network-interface-ids $ENI
aws ec2 attach-network-interface --network-interface-id $ENI --instance-id $WEB_1 --device-index 1
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 192.168.0.0/16
aws ec2 authorize-security-group-ingress --group-id $ADMIN --protocol tcp --port 22 --cidr 10.0.9.0/24
aws ec2 revoke-security-group-ingress --group-id $WEB --protocol tcp --port 22 --cidr 0.0.0.0/0
