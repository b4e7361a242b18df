# fails: web-asked
# instead of the solution
# Gives web-1 the door that opens from inside, too: it asks, and nobody can ask it.
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-dual --query 'Vpcs[0].VpcId' --output text)
BLOCK=$(aws ec2 describe-vpcs --vpc-ids $VPC --query 'Vpcs[0].Ipv6CidrBlockAssociationSet[0].Ipv6CidrBlock' --output text)
PUBLIC=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=public-a --query 'Subnets[0].SubnetId' --output text)
PRIVATE=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=private-a --query 'Subnets[0].SubnetId' --output text)
WEB_1=$(aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=$PUBLIC --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
APP_1=$(aws ec2 describe-network-interfaces --filters Name=subnet-id,Values=$PRIVATE --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
OUT=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-public --query 'RouteTables[0].RouteTableId' --output text)
INSIDE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-private --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-dual --query 'InternetGateways[0].InternetGatewayId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 associate-subnet-cidr-block --subnet-id $PUBLIC --ipv6-cidr-block ${BLOCK%00::/56}01::/64
aws ec2 associate-subnet-cidr-block --subnet-id $PRIVATE --ipv6-cidr-block ${BLOCK%00::/56}02::/64
sleep 5
aws ec2 assign-ipv6-addresses --network-interface-id $WEB_1 --ipv6-address-count 1
aws ec2 assign-ipv6-addresses --network-interface-id $APP_1 --ipv6-address-count 1
aws ec2 authorize-security-group-ingress --group-id $GROUP --ip-permissions 'IpProtocol=tcp,FromPort=80,ToPort=80,Ipv6Ranges=[{CidrIpv6=::/0}]'
DOOR=$(aws ec2 create-egress-only-internet-gateway --vpc-id $VPC --query EgressOnlyInternetGateway.EgressOnlyInternetGatewayId --output text)
aws ec2 create-route --route-table-id $INSIDE --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id $DOOR
aws ec2 create-route --route-table-id $OUT --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id $DOOR
