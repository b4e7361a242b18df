# fails: https-answered
# instead of the solution
# Switches the check off, sees http work, and goes home.
NAT_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=nat-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$NAT_1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --no-source-dest-check
