# fails: second-address-answered guards-in-place
# instead of the solution
# Takes the second card off, and its address with it.
ETH1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-reports --query 'RouteTables[0].RouteTableId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $ETH1
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
