# fails: gate-answers way-out-stays card-told
# instead of the solution
# Pulls at the interface, by force too, changes it and deletes it: all is refused.
NAT=$(aws ec2 describe-nat-gateways --filter Name=state,Values=available --query 'NatGateways[0].NatGatewayId' --output text)
EIP=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-out --query 'Addresses[0].AllocationId' --output text)
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=public-a --query 'Subnets[0].SubnetId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-private --query 'RouteTables[0].RouteTableId' --output text)
GATE=$(aws ec2 describe-instances --filters Name=tag:Name,Values=gate-1 \
  --query 'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId' --output text)
CARD=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.0.50 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
PLUG=$(aws ec2 describe-network-interfaces --network-interface-ids $CARD --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
! aws ec2 detach-network-interface --attachment-id $PLUG
! aws ec2 detach-network-interface --attachment-id $PLUG --force
! aws ec2 modify-network-interface-attribute --network-interface-id $CARD --description mine
! aws ec2 delete-network-interface --network-interface-id $CARD
! aws ec2 assign-private-ip-addresses --network-interface-id $GATE --private-ip-addresses 10.0.0.50 --allow-reassignment
aws ec2 create-tags --resources $CARD --tags Key=Name,Value=nat-out
