ENI=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
LEDGER=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ledger --query 'SecurityGroups[0].GroupId' --output text)
STANDBY=$(aws ec2 describe-security-groups --filters Name=group-name,Values=standby --query 'SecurityGroups[0].GroupId' --output text)

# The address, and its Elastic IP with it.
aws ec2 assign-private-ip-addresses --network-interface-id $ENI --private-ip-addresses 10.0.1.100 --allow-reassignment

# What is written on the interface does not come along.
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --groups $STANDBY $LEDGER
