# fails: card-told
# instead of the solution
# Tags the NAT gateway: its interface gets no tag by that.
NAT=$(aws ec2 describe-nat-gateways --filter Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
EIP=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-out --query 'Addresses[0].AllocationId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=public-a --query 'Subnets[0].SubnetId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-private --query 'RouteTables[0].RouteTableId' --output text)
GATE=$(aws ec2 describe-instances --filters Name=tag:Name,Values=gate-1 \
  --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 delete-nat-gateway --nat-gateway-id $NAT
aws ec2 wait nat-gateway-deleted --nat-gateway-ids $NAT
aws ec2 assign-private-ip-addresses --network-interface-id $GATE --private-ip-addresses 10.0.0.50
NEW=$(aws ec2 create-nat-gateway --subnet-id $SUBNET --allocation-id $EIP --private-ip-address 10.0.0.60 \
  --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NEW
aws ec2 replace-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NEW
aws ec2 create-tags --resources $NEW --tags Key=Name,Value=nat-out
