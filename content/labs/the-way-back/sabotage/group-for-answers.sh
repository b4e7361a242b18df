# fails: second-address-answered guards-in-place
# instead of the solution
# Opens the group for the ports of answers; the check of the first card drops them before.
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=shop --query 'SecurityGroups[0].GroupId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-reports --query 'RouteTables[0].RouteTableId' --output text)
FW_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=fw-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 authorize-security-group-egress --group-id $GROUP --protocol tcp --port 1024-65535 --cidr 10.0.0.0/16
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 10.0.1.0/24 --instance-id $FW_1
