# fails: second-address-answered guards-in-place
# instead of the solution
# Switches off the check of the first card. The answer gets one step further, to a group that never saw the question.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$SHOP_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-reports --query 'RouteTables[0].RouteTableId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --no-source-dest-check
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
