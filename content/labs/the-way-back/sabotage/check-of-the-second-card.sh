# fails: second-address-answered guards-in-place
# instead of the solution
# Switches off the check of the card that is asked. It is the other one that answers.
ETH1=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=shop-1-second --query 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-reports --query 'RouteTables[0].RouteTableId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ETH1 --no-source-dest-check
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
