# fails: address-moved partner-answered
# instead of the solution
# Starts the broken server again. The clients are answered, for as long as it lasts.
ENI=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
LEDGER=$(aws ec2 describe-security-groups --filters Name=group-name,Values=ledger --query 'SecurityGroups[0].GroupId' --output text)
STANDBY=$(aws ec2 describe-security-groups --filters Name=group-name,Values=standby --query 'SecurityGroups[0].GroupId' --output text)
LEDGER_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=ledger-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
aws ec2 start-instances --instance-ids $LEDGER_1 && aws ec2 wait instance-running --instance-ids $LEDGER_1
