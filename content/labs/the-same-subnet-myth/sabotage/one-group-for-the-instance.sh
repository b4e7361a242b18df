# fails: ssh-by-the-back neighbours-kept-out
# Takes groups for a thing of the instance: the second interface gets the group of the first.
ENI=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=web-1-admin --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $ENI --groups $WEB
