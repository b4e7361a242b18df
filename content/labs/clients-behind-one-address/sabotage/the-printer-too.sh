# fails: neighbour-kept-out
# Gives printer-1 the group of the staff's endpoint: a group is its members, and now it is one.
PRINTER=$(aws ec2 describe-network-interfaces --filters Name=private-ip-address,Values=10.0.0.20 --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
STAFF=$(aws ec2 describe-security-groups --filters Name=group-name,Values=vpn-staff --query 'SecurityGroups[0].GroupId' --output text)
aws ec2 modify-network-interface-attribute --network-interface-id $PRINTER --groups $STAFF
