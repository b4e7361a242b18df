# fails: updates-by-proxy
# Gives app-1 a way of its own, so that it does not depend on the proxy.
APP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=app --query 'SecurityGroups[0].GroupId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-private --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-shop --query 'InternetGateways[0].InternetGatewayId' --output text)
APP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
aws ec2 associate-address --allocation-id $ADDRESS --instance-id $APP_1
