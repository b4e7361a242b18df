# fails: nobody-else
# instead of the solution
# Opens both ends for everybody, to be quick.
ENI=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
LEDGER=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ledger --query 'SecurityGroups[0].GroupId' --output text)
STANDBY=$(aws ec2 describe-security-groups --filters Name=group-name,Values=standby --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.100 --allow-reassignment
aws ec2 authorize-security-group-ingress --group-id $STANDBY --protocol tcp --port 5432 --cidr 0.0.0.0/0
CLIENTS=$(aws ec2 describe-security-groups --filters Name=group-name,Values=clients --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 authorize-security-group-egress --group-id $CLIENTS --protocol all --cidr 0.0.0.0/0
