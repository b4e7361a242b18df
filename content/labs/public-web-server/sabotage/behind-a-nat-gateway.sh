# fails: web-open ssh-closed
# instead of the solution
# A NAT gateway leads out, and lets nobody begin from outside.
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
VPC=$(aws ec2 describe-vpcs --filters Name=tag:Name,Values=vpc-web --query 'Vpcs[0].VpcId' --output text)
TABLE=$(aws ec2 describe-route-tables --filters Name=association.main,Values=true Name=vpc-id,Values=$VPC \
  --query 'RouteTables[0].RouteTableId' --output text)
IGW=$(aws ec2 describe-internet-gateways --filters Name=tag:Name,Values=igw-web --query 'InternetGateways[0].InternetGatewayId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
PUBLIC=$(aws ec2 create-subnet --vpc-id $VPC --cidr-block 10.0.2.0/24 --availability-zone us-east-1a --query Subnet.SubnetId --output text)
aws ec2 create-route --route-table-id $TABLE --destination-cidr-block 0.0.0.0/0 --gateway-id $IGW
ADDRESS=$(aws ec2 allocate-address --domain vpc --query AllocationId --output text)
NAT=$(aws ec2 create-nat-gateway --subnet-id $PUBLIC --allocation-id $ADDRESS --query NatGateway.NatGatewayId --output text)
aws ec2 wait nat-gateway-available --nat-gateway-ids $NAT
SUBNET=$(aws ec2 describe-subnets --filters Name=tag:Name,Values=subnet-a --query 'Subnets[0].SubnetId' --output text)
PRIVATE=$(aws ec2 create-route-table --vpc-id $VPC --query RouteTable.RouteTableId --output text)
aws ec2 create-route --route-table-id $PRIVATE --destination-cidr-block 0.0.0.0/0 --nat-gateway-id $NAT
aws ec2 associate-route-table --route-table-id $PRIVATE --subnet-id $SUBNET
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 80 --cidr 0.0.0.0/0
