# fails: still-private
# instead of the solution
# Goes round nat-1: makes the private subnet public, and the servers with it.
TABLE=$(aws ec2 describe-route-tables --filters Name=tag:Name,Values=rtb-private --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-app --query 'InternetGateways[0].InternetGatewayId' --output text)
aws ec2 replace-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
for NAME in app-1 app-2; do ID=$(aws ec2 describe-instances --filters Name=tag:Name,Values=$NAME --query 'Reservations[0].Instances[0].InstanceId' --output text); ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text); aws ec2 associate-address --allocation-id $ADDRESS --instance-id $ID; done
