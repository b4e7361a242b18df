# fails: second-address-answered reports-answered guards-in-place
# instead of the solution
# Puts the route into the main table. It is the tills' and fw-1's own: fw-1 refuses the tills now, and the reports still go straight.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$SHOP_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ETH1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-shop --query 'Vpcs[0].VpcId' --output text)
MAIN=$(aws ec2 describe-route-tables --filters Name=association.main,Values=true Name=vpc-id,Values=$VPC --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ETH1
aws ec2 delete-network-interface --network-interface-id $ETH1
aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.11
aws ec2 create-route --route-table-id $MAIN --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
