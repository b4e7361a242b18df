# fails: partner-answers
# instead of the solution
# Mends the default route, and takes the partner for the partner's own trouble.
OF_A=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-a --query 'RouteTables[0].RouteTableId' --output text)
OF_B=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-b --query 'RouteTables[0].RouteTableId' --output text)
NAT_A=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=nat-a Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
aws ec2 replace-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT_A
