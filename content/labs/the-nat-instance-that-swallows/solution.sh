NAT_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=nat-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ETH0=$(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$NAT_1 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
GROUP=$(aws ec2 describe-security-groups --filters Name=group-name,Values=nat --query 'SecurityGroups[0].GroupId' --output text)

# nat-1 handles packets that are neither from nor for itself.
aws ec2 modify-network-interface-attribute --network-interface-id $ETH0 --no-source-dest-check
# And https is as much part of its work as http.
aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 443 --cidr 10.0.1.0/24
