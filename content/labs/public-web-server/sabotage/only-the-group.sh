# fails: way-out web-open ssh-closed
# instead of the solution
# Opens the group and believes that this is all.
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-web --query 'Vpcs[0].VpcId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=association.main,Values=true Name=vpc-id,Values=$VPC \
  --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-web --query 'InternetGateways[0].InternetGatewayId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 0.0.0.0/0
