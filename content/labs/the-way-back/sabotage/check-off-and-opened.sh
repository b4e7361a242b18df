# fails: guards-in-place
# instead of the solution
# Switches off the check and opens the group for the ports of answers. Now shop-1 may begin what it likes on those ports.
SHOP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=shop-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$SHOP_1 Name=attachment.device-index,Values=0 \
  --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=shop --query 'SecurityGroups[0].GroupId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-reports --query 'RouteTables[0].RouteTableId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --no-source-dest-check
aws ec2 authorize-security-group-egress --group-id $GROUP --protocol tcp --port 1024-65535 --cidr 10.0.0.0/16
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
