# fails: updates-fetched partner-answers nobody-else
# instead of the solution
# Leads zone b to the internet gateway, which translates for nobody without a public address.
OF_A=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-a --query 'RouteTables[0].RouteTableId' --output text)
OF_B=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-b --query 'RouteTables[0].RouteTableId' --output text)
NAT_A=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=nat-a Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-shop --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 replace-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 delete-route --route-table-id $OF_A --destination-cidr-block 198.51.100.0/24
aws ec2 delete-route --route-table-id $OF_B --destination-cidr-block 198.51.100.0/24
