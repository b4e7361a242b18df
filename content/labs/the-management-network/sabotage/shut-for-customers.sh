# fails: public-door
# Puts the admin group on both cards, and customers find the shop shut.
WEB_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=web-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
ADMIN=$(aws ec2 describe-security-groups --filters Name=group-name,Values=admin --query 'SecurityGroups[0].GroupId' --output text)
for ETH in $(aws ec2 describe-network-interfaces --filters Name=attachment.instance-id,Values=$WEB_1 --query 'NetworkInterfaces[].NetworkInterfaceId' --output text); do aws ec2 modify-network-interface-attribute --network-interface-id $ETH --groups $ADMIN; done
