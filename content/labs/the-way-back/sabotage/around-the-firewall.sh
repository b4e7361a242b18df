# fails: guards-in-place
# instead of the solution
# Lets the answers go straight, as the questions do. Both ways agree, and nobody inspects anything any more.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$SHOP_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ETH1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-shop --query 'RouteTables[0].RouteTableId' --output text)
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ETH1
aws ec2 delete-network-interface --network-interface-id $ETH1
aws ec2 assign-private-ip-addresses --network-interface-id $ETH0 --private-ip-addresses 10.0.1.11
aws ec2 delete-route --route-table-id $TABLE --destination-cidr-block 10.0.2.0/24
