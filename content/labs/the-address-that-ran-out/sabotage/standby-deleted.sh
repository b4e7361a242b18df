# fails: kept
# Deletes every loose interface, the one that is kept for a bad day too.
STANDBY=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-standby --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 delete-network-interface --network-interface-id $STANDBY
