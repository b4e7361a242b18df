# fails: which-card
# instead of the solution
# Names the interface at once, and never sees what the instance's call says.
WEB_1=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.10 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
WEB_2=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.1.11 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
INSTANCE=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-2 --query 'Reservations[0].Instances[0].InstanceId' --output text)
WEB=$(aws ec2 describe-security-groups --filters Name=group-name,Values=web --query 'SecurityGroups[0].GroupId' --output text)
ADMIN=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin --query 'SecurityGroups[0].GroupId' --output text)
MONITORING=$(aws ec2 describe-security-groups --filters Name=group-name,Values=monitoring --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $WEB_1 --groups $WEB $ADMIN $MONITORING
aws ec2 modify-network-interface-attribute --network-interface-id $WEB_2 --groups $WEB $MONITORING
