# fails: updates-fetched partner-answers nobody-else
# instead of the solution
# Takes the dead routes away, and leads zone b nowhere.
OF_A=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-a --query 'RouteTables[0].RouteTableId' --output text)
OF_B=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-b --query 'RouteTables[0].RouteTableId' --output text)
NAT_A=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=nat-a Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
aws ec2 delete-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0
aws ec2 delete-route --route-table-id $OF_A --destination-cidr-block 198.51.100.0/24
aws ec2 delete-route --route-table-id $OF_B --destination-cidr-block 198.51.100.0/24
