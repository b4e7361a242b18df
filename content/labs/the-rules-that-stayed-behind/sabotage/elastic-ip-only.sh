# fails: address-moved clients-answered nobody-else
# instead of the solution
# Moves the Elastic IP to the standby's own address. The partner is served; the clients still call 10.0.1.100.
ENI=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
LEDGER=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ledger --query 'SecurityGroups[0].GroupId' --output text)
STANDBY=$(aws ec2 describe-security-groups --filters Name=group-name,Values=standby --query 'SecurityGroups[0].GroupId' --output text)
ADDRESS=$(aws ec2 describe-addresses --filters Name=tag:Name,Values=eip-ledger --query 'Addresses[0].AllocationId' --output text)
aws ec2 associate-address --allocation-id $ADDRESS --network-interface-id $ENI --private-ip-address 10.0.1.11
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --groups $STANDBY $LEDGER
