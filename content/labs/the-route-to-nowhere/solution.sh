OF_A=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-a --query 'RouteTables[0].RouteTableId' --output text)
OF_B=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-b --query 'RouteTables[0].RouteTableId' --output text)
NAT_A=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=nat-a Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)

# The way out of zone b leads to what is still there.
aws ec2 replace-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_A

# A dead route hides the live one behind it.
aws ec2 delete-route --route-table-id $OF_A --destination-cidr-block 198.51.100.0/24
aws ec2 delete-route --route-table-id $OF_B --destination-cidr-block 198.51.100.0/24
