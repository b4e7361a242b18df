# fails: nobody-else
# instead of the solution
# Puts app-2 on the internet. It fetches everything, and its group lets in everybody.
OF_A=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-a --query 'RouteTables[0].RouteTableId' --output text)
OF_B=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-app-b --query 'RouteTables[0].RouteTableId' --output text)
NAT_A=$(aws ec2 describe-nat-gateways --filter Name=tag:Name,Values=nat-a Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-shop --query 'InternetGateways[0].InternetGatewayId' --output text)
APP_2=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
EIP_B=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-b --query 'Addresses[0].AllocationId' --output text)
aws ec2 replace-route --route-table-id $OF_B --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
aws ec2 associate-address --allocation-id $EIP_B --instance-id $APP_2
aws ec2 delete-route --route-table-id $OF_A --destination-cidr-block 198.51.100.0/24
aws ec2 delete-route --route-table-id $OF_B --destination-cidr-block 198.51.100.0/24
