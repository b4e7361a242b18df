# fails: no-internet-behind
# Makes the admin subnet public and gives the second card an Elastic IP, to be able to administer from home.
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-admin --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-shop --query 'InternetGateways[0].InternetGatewayId' --output text)
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=web-1-admin --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $ENI
